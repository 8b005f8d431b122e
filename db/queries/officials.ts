import { and, asc, eq, isNull, sql } from 'drizzle-orm'
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

/** The entry as it stood, without case; undefined when there was none. An owner's entry is not its repositories'. */
export async function deleteOfficial(
  { orm, tables: { officials } }: Transaction,
  workId: number,
  { owner, name }: Official,
): Promise<Official | undefined> {
  const [removed] = await orm
    .delete(officials)
    .where(
      and(
        eq(officials.workId, workId),
        eq(sql`lower(${officials.owner})`, owner.toLowerCase()),
        name === null ? isNull(officials.name) : eq(sql`lower(${officials.name})`, name.toLowerCase()),
      ),
    )
    .returning({ owner: officials.owner, name: officials.name })
  return removed
}
