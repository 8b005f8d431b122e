import type { Tokens } from '../fingerprint/tokens.ts'

const LF = 0x0a
const openers = marked('([{')
const closers = marked(')]}')
const blanks = marked(' \t\r,;')

/**
 * How many lines after token `last` hold nothing but brackets that close what the tokens from `first` on opened.
 * Brackets are no tokens; without this, the end of a copied function would not be said to be copied.
 */
export function closingLines(bytes: Uint8Array, tokens: Tokens, first: number, last: number): number {
  const { start, end } = tokens
  let open = 0
  for (let token = first; token < last; token++)
    for (let at = end[token]!; at < start[token + 1]!; at++) {
      if (openers[bytes[at]!] === 1) open++
      else if (open > 0 && closers[bytes[at]!] === 1) open--
    }
  let lines = 0
  let closing = 0
  let isClosing = false
  for (let at = end[last]!; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === LF) {
      if (isClosing) closing = lines
      if (open === 0) return closing
      lines++
      isClosing = false
    } else if (open > 0 && closers[byte] === 1) {
      open--
      isClosing = lines > 0
    } else if (blanks[byte] === 0) {
      // The quote that ends the last token's text is not a token's byte.
      if (lines > 0 || quotes[byte] === 0) return closing
    }
  }
  return isClosing ? lines : closing
}

const quotes = marked('\'"`/')

/** By byte: 1 for those of `characters`. */
function marked(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const byte of Buffer.from(characters)) table[byte] = 1
  return table
}
