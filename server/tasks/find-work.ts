import type { Queryable } from '../../db/database.ts'
import { findWork, type Work } from '../../db/queries/works.ts'
import { ClawbackError } from '../errors.ts'

/** @throws ClawbackError WORK_UNKNOWN */
export async function requireWork(db: Queryable, slug: string): Promise<Work> {
  const work = await findWork(db, slug)
  if (work !== undefined) return work
  throw new ClawbackError(
    'WORK_UNKNOWN',
    `There is no work "${slug}"`,
    'See "clawback work list" for the works there are.',
  )
}
