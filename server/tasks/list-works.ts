import type { Queryable } from '../../db/database.ts'
import { countWork, listWorkRows } from '../../db/queries/works.ts'

export interface WorkSummary {
  slug: string
  title: string
  owner: string
  claimed: number
  matches: number
}

/** The works with how many distinct originals are claimed and how many repositories match. */
export async function listWorks({ db }: { db: Queryable }): Promise<WorkSummary[]> {
  const rows = await listWorkRows(db)
  return await Promise.all(
    rows.map(async ({ id, slug, title, owner }) => ({ slug, title, owner, ...(await countWork(db, id)) })),
  )
}
