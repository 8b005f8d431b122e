import { exactInterval } from './exact-bounds.ts'
import type { Review } from './standing-decision.ts'

export interface Disagreement {
  /** Second looks taken. */
  looked: number
  /** Of these, with another decision than the first. */
  disagreeing: number
  /** Share of second looks that disagree; null before the first. */
  rate: number | null
  /** Exact 95 % interval of the share among all decisions that were drawn from; null before the first. */
  interval: { low: number; high: number } | null
}

/** How often a second reviewer decided otherwise, over the reviews of each match, oldest first. */
export function measureDisagreement(matches: Iterable<readonly Review[]>): Disagreement {
  let [looked, disagreeing] = [0, 0]
  for (const reviews of matches) {
    let first: Review | undefined
    for (const review of reviews) {
      if (review.kind !== 'second') first = review
      else if (first !== undefined) {
        looked += 1
        if (review.decision !== first.decision) disagreeing += 1
      }
    }
  }
  if (looked === 0) return { looked, disagreeing, rate: null, interval: null }
  return {
    looked,
    disagreeing,
    rate: disagreeing / looked,
    interval: exactInterval(disagreeing, looked, 0.95),
  }
}
