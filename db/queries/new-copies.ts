import { and, asc, eq, gte, lt, ne } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Scan } from './scans.ts'

export interface NewCopy {
  /** `owner/name` */
  repository: string
  strength: 'strong' | 'weak'
}

/** The repositories in which this scan found something and no earlier one did. */
export async function listNewCopies(
  { orm, tables: { matches, repositories } }: Queryable,
  { workId, id, startedAt }: Pick<Scan, 'workId' | 'id' | 'startedAt'>,
): Promise<NewCopy[]> {
  const rows = await orm
    .select({ owner: repositories.owner, name: repositories.name, strength: matches.strength })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(
      and(
        eq(matches.workId, workId),
        eq(matches.scanId, id),
        gte(matches.firstSeenAt, startedAt),
        ne(matches.strength, 'none'),
      ),
    )
    .orderBy(asc(matches.id))
  return rows.flatMap(({ owner, name, strength }) =>
    strength === 'none' ? [] : [{ repository: `${owner}/${name}`, strength }],
  )
}

/** Whether the work was scanned before. */
export async function hasEarlierScan(
  { orm, tables: { scans } }: Queryable,
  { workId, id }: Pick<Scan, 'workId' | 'id'>,
): Promise<boolean> {
  const [earlier] = await orm
    .select({ id: scans.id })
    .from(scans)
    .where(and(eq(scans.workId, workId), lt(scans.id, id)))
    .limit(1)
  return earlier !== undefined
}
