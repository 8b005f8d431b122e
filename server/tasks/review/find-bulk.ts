import type { Queryable } from '../../../db/database.ts'
import { findBulkReview, type BulkReview } from '../../../db/queries/bulk-reviews.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'

/** @throws ClawbackError BULK_UNKNOWN */
export async function requireBulk(db: Queryable, work: Work, id: number): Promise<BulkReview> {
  const bulk = Number.isSafeInteger(id) ? await findBulkReview(db, work.id, id) : undefined
  if (bulk !== undefined) return bulk
  throw new ClawbackError(
    'BULK_UNKNOWN',
    `Nothing was decided in bulk as number ${id} of ${work.slug}`,
    'The page of matches lists what was.',
  )
}
