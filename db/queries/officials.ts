import { asc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'

/** An official repository, or with `name` null every repository of an owner. */
export interface Official {
  owner: string
  name: string | null
}

export async function listOfficials(
  { orm, tables: { officials } }: Queryable,
  workId: number,
): Promise<Official[]> {
  return await orm
    .select({ owner: officials.owner, name: officials.name })
    .from(officials)
    .where(eq(officials.workId, workId))
    .orderBy(asc(officials.id))
}

/** Adds it unless it is there; owner and name are compared without case, as GitHub does. */
export async function insertOfficial(tx: Transaction, workId: number, official: Official): Promise<boolean> {
  const fold = (o: Official) => `${o.owner}/${o.name ?? ''}`.toLowerCase()
  const known = await listOfficials(tx, workId)
  if (known.some((o) => fold(o) === fold(official))) return false
  await tx.orm.insert(tx.tables.officials).values({ workId, ...official })
  return true
}
