import { countBits } from './count-bits.ts'
import { LONG_PASSAGE_BITS } from './decide-file.ts'
import type { WorkIndex } from './work-index.ts'

/** No name or text, or one that is public. */
export const NOT_RARE = -1
/** As long as a long function. A list that goes on for pages tells little on each of them. */
const PAGE = 128

/** The length of the run, as far as any page of it tells as much as a long passage must. */
export function tellingTokens(index: WorkIndex, ids: readonly number[]): number {
  for (let from = 0; from === 0 || from + PAGE / 2 < ids.length; from += PAGE / 2) {
    const page = ids.slice(from, from + PAGE)
    const rare = page.filter((id) => id !== NOT_RARE)
    if (countBits(index, rare).bits >= LONG_PASSAGE_BITS) return page.length
  }
  return 0
}
