import type { Seed } from './find-seeds.ts'
import type { WorkIndex } from './work-index.ts'

/** Seeds of one original that show less in any one place are idioms: a closer look would find no evidence. */
const PROMISING_BITS = 10
/** A small file is looked at closely for less: it has little to show, and looking costs little. */
const SMALL_FILE = 1500
const PROMISING_BITS_OF_SMALL = 3
/** A place: so many symbols of the candidate, half of each shared with the next. */
const PLACE = 512

/**
 * The seeds of originals that a closer look can be worth. Two large files share idioms all over; a copy shows
 * itself where it stands.
 */
export function promisingSeeds(index: WorkIndex, seeds: readonly Seed[], candidateTokens: number): Seed[] {
  const enough = candidateTokens < SMALL_FILE ? PROMISING_BITS_OF_SMALL : PROMISING_BITS
  const bits = new Map<number, number>()
  const promising = new Set<number>()
  for (const { variant, candidate, bits: own } of seeds) {
    const original = index.variants.original[variant]!
    if (promising.has(original)) continue
    const half = Math.floor((candidate * 2) / PLACE)
    for (const place of [half, half + 1]) {
      const key = original * MOST_PLACES + place
      const sum = (bits.get(key) ?? 0) + own
      bits.set(key, sum)
      if (sum >= enough) promising.add(original)
    }
  }
  return seeds.filter(({ variant }) => promising.has(index.variants.original[variant]!))
}

const MOST_PLACES = 2 ** 20
