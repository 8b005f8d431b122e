import { isBinary } from './is-binary.ts'

/** As much as a file of source text may be; what is larger is data. */
const MOST = 64 * 1024 * 1024

/**
 * A text in UTF-16, as its first two bytes and its zero bytes say, in UTF-8 with the same lines; any other file as it
 * is. To git it is binary: an editor's "Save as" would hide a copy.
 */
export function fromUtf16(bytes: Uint8Array): Uint8Array {
  const encoding = markedAs(bytes)
  if (encoding === null || bytes.length > MOST || !isBinary(bytes)) return bytes
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
}

function markedAs([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}
