import { hashWord } from '../fingerprint/language.ts'

/** Longer texts are sentences: counted as one word. */
const LONGEST_NAME = 48

/** Numbers and marks (`05`, `>>=`, `0x428a2f98`) are one word: every list of them holds the same. */
const WITHOUT_LETTERS = '0'
/** The letters of a number to the base of sixteen (a constant, a colour, a code point) are digits. */
const HEXADECIMAL = /^(?:0x|#|u\+|\\[ux])?(?=[a-f]*\d)[\da-f]{4,}n?$/i

/**
 * Hashes of the words that a name is made of: `readNextTide_v2` → read, next, tide, v. Numbers
 * are left out: `op1`, `op2`, `op3` are one name counted up, and so are `05`, `06`, `07`.
 */
export function wordHashes(text: Uint8Array): number[] {
  const name = Buffer.from(text).toString('utf8')
  if (name.length > LONGEST_NAME) return [hashWord(name)]
  if (HEXADECIMAL.test(name)) return [hashWord(WITHOUT_LETTERS)]
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\u0080-\uffff]+/)
    .filter(Boolean)
  if (words.length === 0) return [hashWord(WITHOUT_LETTERS)]
  return words.map(hashWord)
}
