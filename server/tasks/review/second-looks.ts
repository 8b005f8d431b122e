import type { Queryable } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listLookedAtTwice, listReviewSamples, listReviewsOf } from '../../../db/queries/reviews.ts'
import type { Work } from '../../../db/queries/works.ts'
import { measureDisagreement, type Disagreement } from '../../core/review/disagreement.ts'

/** The drawn matches that nobody has looked at a second time since their first look. */
export async function listOpenSecondLooks(
  db: Queryable,
  work: Work,
): Promise<{ repository: string; firstReviewer: string; sample: number }[]> {
  const samples = await listReviewSamples(db, work.id)
  const drawn = new Map(samples.flatMap(({ id, matchIds }) => matchIds.map((matchId) => [matchId, id])))
  if (drawn.size === 0) return []
  const reviewsOf = await listReviewsOf(db, [...drawn.keys()])
  return (await selectMatches(db, work.id, {})).flatMap(({ match, repository }) => {
    const sample = drawn.get(match.id)
    const reviews = reviewsOf.get(match.id) ?? []
    const first = reviews.findLastIndex(({ kind }) => kind !== 'second')
    if (sample === undefined || first < 0 || first < reviews.length - 1) return []
    return [
      {
        repository: `${repository.owner}/${repository.name}`,
        firstReviewer: reviews[first]!.reviewer,
        sample,
      },
    ]
  })
}

/** How often second looks at this work's matches came to another decision. */
export async function measureSecondLooks(db: Queryable, workId: number): Promise<Disagreement> {
  const reviewsOf = await listReviewsOf(db, await listLookedAtTwice(db, workId))
  return measureDisagreement(reviewsOf.values())
}
