import { InsideWriter, type Inside } from './inside.ts'

const LF = 0x0a

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

/** Past the line break, or the end of the text. */
export function endOfLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LF, at)
  return end < 0 ? bytes.length : end + 1
}
