import type { Queryable } from '../../../db/database.ts'
import { listBulkReviews, listDecidedInBulk } from '../../../db/queries/bulk-reviews.ts'
import type { MatchWithRepository } from '../../../db/queries/matches.ts'
import { formatRepositoryName } from '../../core/repository/repository-name.ts'
import type { Decision } from '../../core/repository/types.ts'
import { requireWork } from '../find-work.ts'
import { requireBulk } from './find-bulk.ts'
import { planTakingBack, type LeftInBulk } from './take-back-bulk.ts'

export interface BulkSummary {
  id: number
  decision: Decision
  reviewer: string
  by: string
  at: string
  list: string | null
  decided: number
  takenBack: number
}

/** What was decided in bulk, the latest first. */
export async function listBulk(
  { db }: { db: Queryable },
  slug: string,
  limit: number,
): Promise<BulkSummary[]> {
  const work = await requireWork(db, slug)
  return (await listBulkReviews(db, work.id, limit)).map(({ bulk, decided, takenBack }) => ({
    id: bulk.id,
    decision: bulk.decision,
    reviewer: bulk.reviewer,
    by: bulk.by,
    at: bulk.at.toISOString(),
    list: bulk.list,
    decided,
    takenBack,
  }))
}

export interface BulkDetail extends Omit<BulkSummary, 'decided' | 'takenBack'> {
  reason: string
  fairUse: string | null
  /** Can be taken back. */
  open: string[]
  left: LeftInBulk[]
  takenBack: string[]
}

/** @throws ClawbackError WORK_UNKNOWN, BULK_UNKNOWN */
export async function showBulk({ db }: { db: Queryable }, slug: string, id: number): Promise<BulkDetail> {
  const work = await requireWork(db, slug)
  const bulk = await requireBulk(db, work, id)
  const { open, left, gone } = await planTakingBack(db, work, bulk)
  const [one] = await listDecidedInBulk(db, bulk.id)
  const names = (all: readonly MatchWithRepository[]) =>
    all.map(({ repository }) => formatRepositoryName(repository))
  return {
    id,
    decision: bulk.decision,
    reviewer: bulk.reviewer,
    by: bulk.by,
    at: bulk.at.toISOString(),
    list: bulk.list,
    reason: one?.review.reason ?? '',
    fairUse: one?.review.fairUse ?? null,
    open: names(open),
    left,
    takenBack: names(gone),
  }
}
