import type { Queryable } from '../../../db/database.ts'
import type { Match } from '../../../db/queries/matches.ts'
import { listReviewsOf, type ReviewRow } from '../../../db/queries/reviews.ts'
import { standingDecision, type Standing } from '../../core/review/standing-decision.ts'
import { readEvidence, type Evidence } from './read-evidence.ts'

/** A match's evidence, every decision about it, and the one that holds. */
export interface Reviewed {
  evidence: Evidence
  reviews: ReviewRow[]
  standing: Standing<ReviewRow>
}

/** What holds about each match today, by its id: read from the reviews, never from the copy kept for lists. */
export async function readStanding(db: Queryable, matches: readonly Match[]): Promise<Map<number, Reviewed>> {
  const evidenceOf = await readEvidence(db, matches)
  const reviewsOf = await listReviewsOf(
    db,
    matches.map(({ id }) => id),
  )
  return new Map(
    matches.map((match) => {
      const evidence = evidenceOf.get(match.id)!
      const reviews = reviewsOf.get(match.id) ?? []
      return [
        match.id,
        { evidence, reviews, standing: standingDecision(reviews, evidence.hash, match.class) },
      ]
    }),
  )
}
