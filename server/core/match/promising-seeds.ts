import { COMPANY } from './decide-file.ts'
import type { Seed } from './find-seeds.ts'
import type { WorkIndex } from './work-index.ts'

/** Seeds of one original that show less in any one place are idioms: a closer look would find no evidence. */
const PROMISING_BITS = 10
/** A small file is looked at closely for less: it has little to show, and looking costs little. */
const SMALL_FILE = 1500
const PROMISING_BITS_OF_SMALL = 3
/** A place: so many symbols of the candidate, half of each shared with the next. */
const PLACE = 512

/** Seeds that show this much in one place are a copy as far as seeds can tell. */
const PLAIN_BITS = 40

/**
 * The seeds of originals that a closer look can be worth. Two large files share idioms all over; a copy shows
 * itself where it stands. In a file that holds several originals plainly (a bundle), the others are likely and
 * looked for as closely as in a small file.
 */
export function promisingSeeds(index: WorkIndex, seeds: readonly Seed[], candidateTokens: number): Seed[] {
  const most = mostInOnePlace(index, seeds)
  let plain = 0
  for (const bits of most.values()) if (bits >= PLAIN_BITS) plain++
  const isSmall = candidateTokens < SMALL_FILE || plain >= COMPANY
  const enough = isSmall ? PROMISING_BITS_OF_SMALL : PROMISING_BITS
  return seeds.filter(({ variant }) => most.get(index.variants.original[variant]!)! >= enough)
}

/** By original: the bits of its seeds in the place where it has most. */
function mostInOnePlace(index: WorkIndex, seeds: readonly Seed[]): Map<number, number> {
  const bits = new Map<number, number>()
  const most = new Map<number, number>()
  for (const { variant, candidate, bits: own } of seeds) {
    const original = index.variants.original[variant]!
    const half = Math.floor((candidate * 2) / PLACE)
    for (const place of [half, half + 1]) {
      const key = original * MOST_PLACES + place
      const sum = (bits.get(key) ?? 0) + own
      bits.set(key, sum)
      if (sum > (most.get(original) ?? 0)) most.set(original, sum)
    }
  }
  return most
}

const MOST_PLACES = 2 ** 20
