import type { FileEntry } from './source-entry.ts'

const carriers = /\.(?:[cm]?jsx?|css)$/i
const comment = 'sourceMappingURL='
/** A linking comment is the last thing in a file; a longer URL than this is data, and found by its own mark. */
const tail = 2048

/** The source map that a bundle carries as a data: URL in its last lines, or null. */
export function inlineSourceMap({ path, bytes }: Pick<FileEntry, 'path' | 'bytes'>): Buffer | null {
  if (!carriers.test(path)) return null
  const mark = `${comment}data:`
  const start = bytes.lastIndexOf(mark)
  if (start < 0) return null
  const url = bytes.toString('latin1', start + mark.length).trimEnd()
  const data = /^application\/json(?:;charset=[\w-]+)?(;base64)?,([^\s]*?)(?:\s*\*\/)?$/.exec(url)
  if (!data) return null
  if (data[1]) return Buffer.from(data[2]!, 'base64')
  try {
    return Buffer.from(decodeURIComponent(data[2]!))
  } catch {
    return null
  }
}

/** The URL of the map that a built file links to in its last lines, or null. */
export function linkedSourceMap({ path, bytes }: Pick<FileEntry, 'path' | 'bytes'>): string | null {
  if (!/\.(?:[cm]?[jt]sx?|css)$/i.test(path)) return null
  const end = bytes.toString('latin1', Math.max(0, bytes.length - tail))
  const links = [...end.matchAll(/(?:\/\/|\/\*)[#@] ?sourceMappingURL=([^\s*]+)/g)]
  return links.at(-1)?.[1] ?? null
}
