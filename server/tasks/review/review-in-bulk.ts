import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertBulkReview } from '../../../db/queries/bulk-reviews.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Decision } from '../../core/repository/types.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { keepReview } from './keep-review.ts'
import { planBulk, type RefusedInBulk } from './plan-bulk.ts'
import { readDecision, type DecisionInput } from './read-decision.ts'
import { selectForBulk, type BulkSelection } from './select-for-bulk.ts'

export interface BulkInput extends DecisionInput {
  work: string
  selection: BulkSelection
  /** The list whose every match is meant, as its address holds it; null where rows were chosen. */
  list: string | null
  /** What the reviewer had before them: anything else refuses the whole. */
  seen: string
}

export interface BulkResult {
  /** Its number: by it the whole can be taken back. */
  bulk: number
  decision: Decision
  reviewed: number
  repositories: string[]
  refused: RefusedInBulk[]
}

/**
 * Records one decision about many matches, each with its own evidence, in one transaction: those that may be decided
 * together, and never one more. What is refused is told and left as it is.
 * @throws ClawbackError WORK_UNKNOWN, REVIEW_INVALID, REVIEW_FAIR_USE_MISSING, REVIEW_UNSEEN, BULK_EMPTY,
 *   BULK_TOO_MANY, BULK_SELECTION, BULK_NONE
 */
export async function reviewInBulk(
  app: { db: Database; actor: string; clock: () => Date },
  input: BulkInput,
): Promise<BulkResult> {
  const decision = readDecision(input)
  const work = await requireWork(app.db, input.work)
  const at = app.clock()
  const reviewer = input.reviewer.trim()
  return await app.db.tx(async (tx) => {
    const found = await selectForBulk(tx, work, input.selection)
    const { targets, refused, seen } = await planBulk(tx, work, found, { decision, reviewer })
    if (seen !== input.seen) throw unseen()
    if (targets.length === 0) throw none(refused)
    const { id } = await insertBulkReview(tx, {
      workId: work.id,
      decision,
      reviewer,
      by: app.actor,
      list: input.list,
      at,
    })
    for (const target of targets) {
      await keepReview(tx, work, target, target.reviewed, {
        decision,
        reviewer,
        reason: input.reason,
        ...(input.fairUse === undefined ? {} : { fairUse: input.fairUse }),
        bulkId: id,
        at,
        actor: app.actor,
      })
    }
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'review.bulk',
      subject: `work:${work.slug}`,
      data: {
        bulk: id,
        decision,
        reviewer,
        list: input.list,
        decided: targets.map(({ repository }) => repository.id),
        refused: refused.map(({ repository, code }) => ({ repository, code })),
      },
    })
    return {
      bulk: id,
      decision,
      reviewed: targets.length,
      repositories: targets.map(({ repository }) => formatRepositoryName(repository)),
      refused,
    }
  })
}

function unseen(): ClawbackError {
  return new ClawbackError(
    'REVIEW_UNSEEN',
    'The evidence, or what was decided, changed after the selection was shown',
    'Look at the selection as it stands now, and decide then. Nothing was recorded.',
  )
}

function none(refused: readonly RefusedInBulk[]): ClawbackError {
  return new ClawbackError(
    'BULK_NONE',
    `Of ${refused.length} selected, none can be decided so together`,
    `${refused[0]?.repository ?? ''}: ${refused[0]?.reason ?? ''}. Decide one by one, beside the evidence.`,
  )
}
