import { commonWords } from './common-words.ts'

/** Bits that a part of a name gives: one in eight names has a given common part, one in five hundred another. */
const commonBits = 3
const rareBits = 9
const shortBits = 2
/** Hostile text may have millions of different words; real works have some ten thousand. */
const remembered = 100_000

/** How surprising words are anywhere, in bits. Knows the common words of programs, and remembers what it worked out. */
export class Rarity {
  readonly #parts = new Map<string, readonly string[]>()

  /** The sum over the words a name is made of: `renderItem` is 6, `settleTombolaVoucher` 27. */
  ofWord(word: string): number {
    return this.ofPhrase([word])
  }

  /** Each different part counts once. */
  ofPhrase(words: readonly string[]): number {
    const counted: string[] = []
    let bits = 0
    for (const word of words) {
      for (const part of this.#partsOf(word)) {
        if (counted.includes(part)) continue
        counted.push(part)
        bits += partBits(part)
      }
    }
    return bits
  }

  /** `parseHTTPHeader_v2` is parse, http, header, v. */
  #partsOf(word: string): readonly string[] {
    const known = this.#parts.get(word)
    if (known) return known
    const parts = (word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((part) => part.toLowerCase())
    if (this.#parts.size >= remembered) this.#parts.clear()
    this.#parts.set(word, parts)
    return parts
  }
}

function partBits(part: string): number {
  if (part.length < 3) return shortBits
  return commonWords.has(part) || commonWords.has(part.replace(/(?:s|ed|ing|er)$/, ''))
    ? commonBits
    : rareBits
}
