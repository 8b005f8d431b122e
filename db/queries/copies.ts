import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { Strength } from '../../server/core/match/types.ts'
import type { Availability, Decision } from '../../server/core/repository/types.ts'
import type { Queryable } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

/** How many copies of a work stand alike: strong and weak matches, official ones left out, as nobody decides about those. */
export interface CopyGroup {
  strength: Strength
  decision: Decision | null
  availability: Availability
  /** The last look found none of the files any more. */
  emptied: boolean
  count: number
}

export async function countCopies(
  { orm, tables: { matches, repositories } }: Queryable,
  workId: number,
): Promise<CopyGroup[]> {
  const columns = {
    strength: matches.strength,
    decision: matches.decision,
    availability: repositories.availability,
    emptied: sql<number>`case when ${repositories.filesLeft} = 0 then 1 else 0 end`,
  }
  const rows = await orm
    .select({ ...columns, count: count() })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(isCopy(matches, workId))
    .groupBy(...Object.values(columns))
  return rows.map(({ emptied, ...group }) => ({ ...group, emptied: emptied === 1 }))
}

/** When each copy of a work was first found, by its repository's id. */
export async function selectFinds(
  { orm, tables: { matches } }: Queryable,
  workId: number,
): Promise<{ repositoryId: number; foundAt: Date }[]> {
  return await orm
    .select({ repositoryId: matches.repositoryId, foundAt: matches.firstSeenAt })
    .from(matches)
    .where(isCopy(matches, workId))
}

function isCopy(matches: Tables['matches'], workId: number) {
  return and(eq(matches.workId, workId), ne(matches.strength, 'none'), eq(matches.official, false))
}
