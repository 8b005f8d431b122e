import type { Queryable } from '../../../db/database.ts'
import { decisions } from '../../../db/schema/judgements.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Decision } from '../../core/repository/types.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { planBulk, type RefusedInBulk } from './plan-bulk.ts'
import { selectForBulk, type BulkSelection } from './select-for-bulk.ts'

/** What a decision about many would do, before anything is recorded. */
export interface BulkPreview {
  decision: Decision
  selected: number
  /** Would be decided. */
  repositories: string[]
  refused: RefusedInBulk[]
  /** What the decision is about: to be given back with it. */
  seen: string
}

/** @throws ClawbackError WORK_UNKNOWN, REVIEW_INVALID, BULK_EMPTY, BULK_TOO_MANY, BULK_SELECTION */
export async function previewBulk(
  { db }: { db: Queryable },
  input: { work: string; selection: BulkSelection; decision: string; reviewer: string | null },
): Promise<BulkPreview> {
  const work = await requireWork(db, input.work)
  const decision = readDecisionWord(input.decision)
  const found = await selectForBulk(db, work, input.selection)
  const { targets, refused, seen } = await planBulk(db, work, found, { decision, reviewer: input.reviewer })
  return {
    decision,
    selected: found.length,
    repositories: targets.map(({ repository }) => formatRepositoryName(repository)),
    refused,
    seen,
  }
}

function readDecisionWord(word: string): Decision {
  const decision = decisions.find((known) => known === word)
  if (decision !== undefined) return decision
  throw new ClawbackError(
    'REVIEW_INVALID',
    `"${word}" is no decision`,
    `Choose from: ${decisions.join(', ')}.`,
  )
}
