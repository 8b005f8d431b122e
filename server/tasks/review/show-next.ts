import type { Queryable } from '../../../db/database.ts'
import { requireWork } from '../find-work.ts'
import { describeEvidence, requireMatch, type MatchDetail } from '../show-match.ts'
import { readEarlierDecisions, type EarlierDecisions } from './earlier-decisions.ts'
import { listReviewQueue, type QueueEntry } from './list-review-queue.ts'

/** The repository to look at next, with all that a reviewer needs to decide. */
export interface NextReview {
  work: string
  /** How many different contents wait, this one among them. */
  waiting: number
  /** Null when nothing waits. */
  next: (QueueEntry & { match: MatchDetail; earlier: EarlierDecisions }) | null
}

/** @throws ClawbackError WORK_UNKNOWN */
export async function showNextReview(app: { db: Queryable }, slug: string): Promise<NextReview> {
  const { queue } = await listReviewQueue(app, slug)
  const [first] = queue
  if (first === undefined) return { work: slug, waiting: 0, next: null }
  const found = await requireMatch(app.db, await requireWork(app.db, slug), first.repository)
  return {
    work: slug,
    waiting: queue.length,
    next: {
      ...first,
      match: await describeEvidence(app.db, found),
      earlier: await readEarlierDecisions(app.db, found),
    },
  }
}
