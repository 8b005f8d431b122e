import { highOf } from '../fingerprint/gram-hash.ts'
import { countBits } from './count-bits.ts'
import { LONG_PASSAGE_BITS } from './decide-file.ts'
import type { WorkIndex } from './work-index.ts'

/** No name or text, or one that is public. */
export const NOT_RARE = -1
/** As long as a long function. A list that goes on for pages tells little on each of them. */
const PAGE = 128

const GROUP = 4

/**
 * How many tokens long the run is, as far as any page of it tells as much as a long passage must. What it says again
 * (one overload after the other, each a parameter longer) makes it no longer: each four in a row count once.
 * @param same the ids of the run's tokens that are the same on both sides
 * @param rare the same, NOT_RARE where a token tells nothing
 */
export function tellingTokens(index: WorkIndex, same: readonly number[], rare: readonly number[]): number {
  let most = 0
  for (let from = 0; from === 0 || from + PAGE / 2 < same.length; from += PAGE / 2) {
    const telling = rare.slice(from, from + PAGE).filter((id) => id !== NOT_RARE)
    if (countBits(index, telling).bits >= LONG_PASSAGE_BITS)
      most = Math.max(most, distinctGroups(same.slice(from, from + PAGE)) + GROUP - 1)
  }
  return most
}

function distinctGroups(ids: readonly number[]): number {
  const page = Int32Array.from(ids)
  const groups = new Set<number>()
  for (let at = 0; at + GROUP <= page.length; at++) groups.add(highOf(page, at, GROUP))
  return groups.size
}
