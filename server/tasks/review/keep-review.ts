import type { Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import type { MatchWithRepository } from '../../../db/queries/matches.ts'
import { insertReview } from '../../../db/queries/reviews.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { Decision } from '../../core/repository/types.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import { standingDecision } from '../../core/review/standing-decision.ts'
import type { Reviewed } from './read-standing.ts'
import type { ReviewKind } from './refuse-review.ts'

/** A match to decide; `identicalTo`: the one that was looked at in its place. */
export type ReviewTarget = MatchWithRepository & { identicalTo: number | null }

export interface GivenReview {
  kind?: ReviewKind
  decision: Decision
  reviewer: string
  reason: string
  fairUse?: string
  /** The bulk that it belongs to; null: this match was decided by itself. */
  bulkId: number | null
  at: Date
  /** Who was signed in; whom they named as the reviewer is in the data. */
  actor: string
}

/** Records one decision with its event, and what holds with it beside the match. */
export async function keepReview(
  tx: Transaction,
  work: Work,
  { match, repository, identicalTo }: ReviewTarget,
  { evidence, reviews }: Reviewed,
  given: GivenReview,
): Promise<void> {
  const { at, actor, decision, bulkId } = given
  const review = {
    kind: given.kind ?? 'first',
    identicalTo,
    bulkId,
    decision,
    reviewer: given.reviewer.trim(),
    reason: given.reason.trim(),
    fairUse: given.fairUse?.trim() ?? null,
    evidenceHash: evidence.hash,
  }
  const all = [...reviews, review]
  const standing = standingDecision<(typeof all)[number]>(all, evidence.hash, match.class)
  await insertReview(tx, { matchId: match.id, ...review, at }, standing.decision)
  const { bulkId: bulk, ...said } = review
  await appendEvent(tx, {
    actor,
    kind: 'match.reviewed',
    subject: `repository:${repository.id}`,
    data: {
      work: work.slug,
      repository: formatRepositoryName(repository),
      ...said,
      ...(bulk === null ? {} : { bulk }),
      at: at.toISOString(),
    },
  })
}
