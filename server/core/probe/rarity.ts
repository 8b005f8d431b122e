import { commonWords } from './common-words.ts'

/** Bits that a part of a name gives: one in eight names has a common part, one in five hundred a given other one. */
const commonBits = 3
const rareBits = 9
const shortBits = 2

/**
 * How surprising a word is anywhere, in bits: the sum over the words it is made of. `renderItem` is 6, a name that
 * two people would hardly choose alike is 27 or more.
 */
export function wordBits(word: string): number {
  return partsOf(word).reduce((bits, part) => bits + partBits(part), 0)
}

/** The words a name is made of: `parseHTTPHeader_v2` is parse, http, header, v. */
export function partsOf(word: string): string[] {
  return [...new Set((word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((part) => part.toLowerCase()))]
}

/** A phrase: each different word once. */
export function phraseBits(words: readonly string[]): number {
  const parts = new Set(words.flatMap(partsOf))
  return [...parts].reduce((bits, part) => bits + partBits(part), 0)
}

function partBits(part: string): number {
  if (part.length < 3) return shortBits
  return commonWords.has(part) || commonWords.has(part.replace(/(?:s|ed|ing|er)$/, ''))
    ? commonBits
    : rareBits
}
