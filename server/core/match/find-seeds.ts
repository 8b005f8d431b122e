import { type Fingerprints } from '../fingerprint/winnow.ts'
import { firstPosting, mayHold } from './gram-table.ts'
import type { WorkIndex } from './work-index.ts'

/** A fingerprint that candidate and variant share: where to look, not yet evidence. */
export interface Seed {
  channel: number
  variant: number
  /** Symbols in the channel's streams. */
  original: number
  candidate: number
}

/** A file is not asked for more than this; what it holds by then is plain. */
const MOST_SEEDS = 400_000

export function findSeeds(index: WorkIndex, found: Fingerprints, channel: number, seeds: Seed[]): void {
  const { grams, filter } = index
  for (let i = 0; i < found.count; i++) {
    const high = found.high[i]!
    const low = found.low[i]!
    if (!mayHold(filter, high, low)) continue
    const first = firstPosting(grams, high, low)
    if (first < 0) continue
    for (let at = first; ; at++) {
      const stored = grams.variant[at]!
      const isLast = stored < 0
      if (seeds.length < MOST_SEEDS)
        seeds.push({
          channel,
          variant: isLast ? ~stored : stored,
          original: grams.position[at]!,
          candidate: found.position[i]!,
        })
      if (isLast) break
    }
  }
}
