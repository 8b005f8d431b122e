import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { listEveryReviewOf, type RecordedReview } from '../../../db/queries/reviews.ts'
import type { Work } from '../../../db/queries/works.ts'
import { canonicalJson } from '../../core/notice/canonical-json.ts'
import { errorOf, type NoticeProblem } from '../../core/notice/problem.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import type { NamedRepository } from '../../core/notice/types.ts'

/**
 * The decisions about a repository are the latest that the log holds, one by one, and so is what was taken back of
 * them: nothing was added, dropped or changed.
 */
export async function findInLog(
  db: Queryable,
  work: Work,
  repository: NamedRepository,
): Promise<NoticeProblem[]> {
  const match = (await findMatches(db, work.id, [repository.id])).get(repository.id)
  const reviews = match === undefined ? [] : ((await listEveryReviewOf(db, [match.id])).get(match.id) ?? [])
  if (reviews.length === 0) return []
  const logged = await readLogged(db, work, repository.id)
  // A work that was removed and added again leaves earlier ones in the log.
  const latest = logged.reviews.slice(-reviews.length)
  const kept = reviews.map(({ review }) => wordsOf({ ...review, at: review.at.toISOString() }))
  const ids = new Set(reviews.map(({ review }) => review.id))
  const takenBack = logged.takenBack.filter(({ review }) => ids.has(review))
  if (
    canonicalJson({ latest, takenBack }) === canonicalJson({ latest: kept, takenBack: takenBackOf(reviews) })
  )
    return []
  const name = fullName(repository)
  return [
    errorOf(
      'review-not-in-log',
      `The decision about ${name} is not in the log: nobody is known to have made it`,
      'Review it again',
      name,
    ),
  ]
}

/** What the log holds about a repository of a work: decisions in their own words, and which were taken back when. */
async function readLogged(db: Queryable, { slug }: Work, repositoryId: number) {
  const reviews: string[] = []
  const takenBack: TakenBack[] = []
  for await (const { kind, data } of readEvents(db, { subject: `repository:${repositoryId}` })) {
    const event = data as Partial<Record<string, unknown>>
    if (event.work !== slug) continue
    if (kind === 'match.reviewed') reviews.push(wordsOf(event))
    if (kind === 'match.review-taken-back')
      takenBack.push({ review: Number(event.review), at: String(event.at) })
  }
  return { reviews, takenBack: takenBack.sort(byReview) }
}

interface TakenBack {
  review: number
  at: string
}

function takenBackOf(reviews: readonly RecordedReview[]): TakenBack[] {
  return reviews
    .flatMap(({ review: { id }, takenBack }) =>
      takenBack === null ? [] : [{ review: id, at: takenBack.at.toISOString() }],
    )
    .sort(byReview)
}

function byReview(a: TakenBack, b: TakenBack): number {
  return a.review - b.review
}

function wordsOf({
  kind,
  decision,
  reviewer,
  reason,
  fairUse,
  evidenceHash,
  at,
}: Partial<Record<string, unknown>>) {
  return canonicalJson({ kind, decision, reviewer, reason, fairUse, evidenceHash, at })
}
