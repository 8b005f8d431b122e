import { LF } from '../fingerprint/bytes.ts'
import { InsideWriter, type Inside } from './inside.ts'

/** Writes each line anew; what is given back for one has no line break of its own. */
export function rewriteLines(text: Inside, rewrite: (line: string) => string): Inside {
  const { bytes } = text
  const out = new InsideWriter(text, bytes.length)
  for (let at = 0; at < bytes.length;) {
    const end = endOfLine(bytes, at)
    out.from(at)
    out.putAll(Buffer.from(rewrite(Buffer.from(bytes.subarray(at, end)).toString('utf8'))))
    at = end
  }
  return out.finish()
}

/** Writes the whole text anew; what is given back has the same line breaks. */
export function rewriteText(text: Inside, rewrite: (written: string) => string): Inside {
  const bytes = Buffer.from(rewrite(Buffer.from(text.bytes).toString('utf8')))
  const out = new InsideWriter(text, bytes.length)
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const end = endOfLine(bytes, at)
    out.from(from)
    out.putAll(bytes.subarray(at, end))
    at = end
    from = endOfLine(text.bytes, from)
  }
  return out.finish()
}

/** Past the line break, or where to stop: a search past that, again and again, would take the square of the text. */
export function endOfLine(bytes: Uint8Array, at: number, stop = bytes.length): number {
  const end = bytes.subarray(at, stop).indexOf(LF)
  return end < 0 ? Math.min(stop, bytes.length) : at + end + 1
}
