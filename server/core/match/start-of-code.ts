import type { ReadingRules } from '../fingerprint/reading-rules.ts'

const STAR = 0x2a
const SPACE = 0x20

/**
 * Where code begins in a text. One that begins with a star is a part that was cut off in the middle of a comment: what
 * stands there in quotes, or in backticks, opens no text that would go on in the code.
 */
export function startOfCode(bytes: Uint8Array, { blockComments }: ReadingRules): number {
  let first = 0
  while (first < bytes.length && bytes[first]! <= SPACE) first++
  if (bytes[first] !== STAR) return 0
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [open, close] of blockComments) {
    const closing = text.indexOf(close, first)
    const opening = text.indexOf(open, first)
    if (closing >= 0 && (opening < 0 || closing < opening)) return closing + close.length
  }
  return 0
}
