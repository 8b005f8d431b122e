import { EIGHTHS } from './rarity.ts'
import { tokenText } from './token-dictionary.ts'
import type { WorkIndex } from './work-index.ts'

/** A name all of whose words were counted already: what is left is how they are put together. */
const KNOWN_WORDS = 0.25
/** Longer texts are sentences: counted as one. */
const LONGEST_NAME = 48

/**
 * Evidence in distinct tokens, the most surprising first. Names of one family are not independent (who
 * writes `easeInQuad` writes `easeOutCubic`), so a name counts for the words that it is the first to bring.
 */
export function countBits(
  index: Pick<WorkIndex, 'rarity' | 'dictionary'>,
  ids: Iterable<number>,
): { bits: number; ranked: number[] } {
  const ranked = [...new Set(ids)].sort((a, b) => index.rarity[b]! - index.rarity[a]! || a - b)
  const words = new Set<string>()
  let eighths = 0
  for (const id of ranked) {
    const own = wordsOf(tokenText(index.dictionary, id))
    const before = words.size
    for (const word of own) words.add(word)
    eighths += index.rarity[id]! * Math.max(KNOWN_WORDS, (words.size - before) / own.length)
  }
  return { bits: eighths / EIGHTHS, ranked }
}

/** `readNextTide_v2` → read, next, tide, v2. */
function wordsOf(text: string): string[] {
  if (text.length > LONGEST_NAME) return [text]
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9\u0080-\uffff]+/)
    .filter(Boolean)
  return words.length > 0 ? words : [text]
}
