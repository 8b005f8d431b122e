/**
 * Why a file's content is not worth a request: it can hold no source text, or is larger than any source file.
 * `undefined`: read it. A file that is an exact copy is known by its blob id before this is asked.
 */
export function skipContent({ path, bytes }: { path: string; bytes: number }): string | undefined {
  if (bytes === 0) return 'empty'
  if (bytes > LARGEST_TEXT) return `larger than ${LARGEST_TEXT / MEGABYTE} MB`
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase()
  return extension !== undefined && binary.has(extension) ? `a .${extension} file holds no text` : undefined
}

const MEGABYTE = 1_000_000

/** Two orders of magnitude above a large source file; bundles and their source maps stay below it. */
const LARGEST_TEXT = 20 * MEGABYTE

/** Formats that are never text. Archives, packages and source maps are not here: they can carry the work. */
const binary = new Set(
  `3gp aac aif aiff ai apng avi avif bmp cur eot eps exr flac fla flv gif heic hdr icns ico jpeg jpg jp2 m4a m4v mid
   midi mkv mov mp2 mp3 mp4 mpeg mpg ogg ogv opus otf pdf png psd swf tga tif tiff ttc ttf wav webm webp wma wmv
   woff woff2`.split(/\s+/),
)
