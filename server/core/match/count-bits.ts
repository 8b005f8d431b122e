import { EIGHTHS } from './rarity.ts'
import type { WorkIndex } from './work-index.ts'

/** A name all of whose words were counted already: what is left is how they are put together. */
const KNOWN_WORDS = 0.25

/**
 * Evidence in distinct tokens, the most surprising first. Names of one family are not independent (who
 * writes `easeInQuad` writes `easeOutCubic`), so a name counts for the words that it is the first to bring. The same
 * words once more (`op1`, `op2`; `Operator`, `operator`) bring nothing.
 */
export function countBits(
  { rarity, dictionary: { words, wordStarts } }: Pick<WorkIndex, 'rarity' | 'dictionary'>,
  ids: Iterable<number>,
): { bits: number; ranked: number[] } {
  const ranked = [...new Set(ids)].sort((a, b) => rarity[b]! - rarity[a]! || a - b)
  const counted = new Set<number>()
  const phrases = new Set<number>()
  let eighths = 0
  for (const id of ranked) {
    const [from, to] = [wordStarts[id]!, wordStarts[id + 1]!]
    const before = counted.size
    let phrase = 0
    for (let at = from; at < to; at++) {
      counted.add(words[at]!)
      phrase = (Math.imul(phrase, 0x2c1b3c6d) + words[at]!) | 0
    }
    if (phrases.has(phrase)) continue
    phrases.add(phrase)
    eighths += rarity[id]! * Math.max(KNOWN_WORDS, (counted.size - before) / (to - from))
  }
  return { bits: eighths / EIGHTHS, ranked }
}
