import { mostWords } from './query-words.ts'
import type { Rarity } from './rarity.ts'

/** Three or four uncommon words side by side; with fewer bits, sentences that anybody writes would pass. */
const bitsNeeded = 34
const fewestWords = 3

/** Enough to choose from, for each original and kind of question. */
export const perKind = 4

export interface Phrase {
  words: string[]
  bits: number
}

/** The most distinctive phrases of these runs of words, the best first. */
export function mostDistinctive(runs: readonly (readonly string[])[], rarity: Rarity): Phrase[] {
  const phrases = runs.flatMap((run) => distinctivePhrase(run, rarity) ?? [])
  return phrases.sort((a, b) => b.bits - a.bits).slice(0, perKind)
}

/** The fewest words in a row that are distinctive together, the rarest among equals; null when no eight are. */
function distinctivePhrase(run: readonly string[], rarity: Rarity): Phrase | null {
  if (run.length < fewestWords || rarity.ofPhrase(run) < bitsNeeded) return null
  for (let length = fewestWords; length <= mostWords; length += 1) {
    let best: Phrase | null = null
    for (let start = 0; start + length <= run.length; start += 1) {
      const words = run.slice(start, start + length)
      const bits = rarity.ofPhrase(words)
      if (bits >= bitsNeeded && bits > (best?.bits ?? 0)) best = { words, bits }
    }
    if (best !== null) return best
  }
  return null
}
