import { and, asc, count, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Strength } from '../../server/core/match/types.ts'
import type { Availability, Decision } from '../../server/core/repository/types.ts'
import type { Queryable } from '../database.ts'
import { likeText } from './like-text.ts'
import type { MatchRowFilter, MatchWithRepository } from './matches.ts'
import { chunks } from './works.ts'

export interface MatchListFilter extends MatchRowFilter {
  /** Part of the name of the repository, its parent or its network root; any case. */
  name?: string
  /** Id of a network's root: the root and every repository of its network. */
  network?: number
}

export const matchOrders = ['evidence', 'stars', 'newest', 'pushed', 'name', 'network'] as const
export type MatchOrder = (typeof matchOrders)[number]

/**
 * The ids of all matches that a filter leaves, in order. A number each: pages, the neighbours of a match and counts
 * are parts of the same list.
 */
export async function selectMatchIds(
  { orm, tables: { matches, repositories } }: Queryable,
  workId: number,
  filter: MatchListFilter,
  order: MatchOrder,
): Promise<number[]> {
  const where: (SQL | undefined)[] = [eq(matches.workId, workId)]
  if (filter.strength) where.push(inArray(matches.strength, filter.strength))
  if (filter.class) where.push(inArray(matches.class, filter.class))
  if (filter.availability) where.push(inArray(repositories.availability, filter.availability))
  if (filter.decision) {
    const words = filter.decision.filter((word) => word !== 'none')
    where.push(
      or(
        words.length > 0 ? inArray(matches.decision, words) : undefined,
        filter.decision.includes('none') ? isNull(matches.decision) : undefined,
      ),
    )
  }
  if (filter.network !== undefined) {
    where.push(or(eq(repositories.id, filter.network), eq(repositories.networkRootId, filter.network)))
  }
  if (filter.name !== undefined) {
    const named = orm
      .select({ id: repositories.id })
      .from(repositories)
      .where(likeText(sql`${repositories.owner} || '/' || ${repositories.name}`, filter.name))
    where.push(
      or(
        inArray(repositories.id, named),
        inArray(repositories.parentId, named),
        inArray(repositories.networkRootId, named),
      ),
    )
  }
  const rows = await orm
    .select({ id: matches.id })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(and(...where))
    .orderBy(...orderBy(order), asc(matches.id))

  return rows.map(({ id }) => id)

  function orderBy(wanted: MatchOrder): SQL[] {
    const strength = asc(sql`case ${matches.strength} when 'strong' then 0 when 'weak' then 1 else 2 end`)
    const evidence = [strength, desc(matches.ofWork)]
    const name = [asc(sql`lower(${repositories.owner})`), asc(sql`lower(${repositories.name})`)]
    switch (wanted) {
      case 'evidence':
        return [...evidence, ...name]
      case 'stars':
        return [sql`${repositories.stars} desc nulls last`, ...evidence]
      case 'newest':
        return [desc(matches.firstSeenAt), ...evidence]
      case 'pushed':
        return [sql`${repositories.pushedAt} desc nulls last`, ...evidence]
      case 'name':
        return name
      case 'network':
        return [
          asc(sql`coalesce(${repositories.networkRootId}, ${repositories.id})`),
          asc(repositories.fork),
          ...evidence,
        ]
    }
  }
}

/** These matches with their repositories, in the order of the ids. */
export async function selectMatchesById(
  { orm, tables: { matches, repositories } }: Queryable,
  ids: readonly number[],
): Promise<MatchWithRepository[]> {
  const found = new Map<number, MatchWithRepository>()
  for (const part of chunks(ids, 500)) {
    const rows = await orm
      .select({ match: matches, repository: repositories })
      .from(matches)
      .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
      .where(inArray(matches.id, part))
    for (const row of rows) found.set(row.match.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** How many matches of a work are alike in what decides who has to do what next. */
export interface MatchGroup {
  strength: Strength
  decision: Decision | null
  official: boolean
  availability: Availability
  /** In any notice, draft or not. */
  named: boolean
  /** In a notice that was sent. */
  sent: boolean
  count: number
}

export async function countMatchGroups(
  { orm, tables: { matches, repositories, noticeRepositories, notices } }: Queryable,
  workId: number,
): Promise<MatchGroup[]> {
  const named = orm
    .select({
      repositoryId: noticeRepositories.repositoryId,
      sent: sql<number | null>`max(case ${notices.status} when 'sent' then 1 else 0 end)`.as('sent'),
    })
    .from(noticeRepositories)
    .innerJoin(notices, eq(notices.id, noticeRepositories.noticeId))
    .groupBy(noticeRepositories.repositoryId)
    .as('named')
  const columns = {
    strength: matches.strength,
    decision: matches.decision,
    official: matches.official,
    availability: repositories.availability,
  }
  const rows = await orm
    .select({ ...columns, sent: named.sent, count: count() })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .leftJoin(named, eq(named.repositoryId, matches.repositoryId))
    .where(eq(matches.workId, workId))
    .groupBy(...Object.values(columns), sql`${named.sent}`)
  return rows.map(({ sent, ...group }) => ({
    ...group,
    named: sent !== null,
    sent: sent === 1,
  }))
}

/** The matches of a work one of whose branches or tags leads to this tree. */
export async function selectMatchesWithTree(
  { orm, tables: { matches, matchRefs, repositories } }: Queryable,
  workId: number,
  tree: string,
): Promise<MatchWithRepository[]> {
  const holders = orm.select({ id: matchRefs.matchId }).from(matchRefs).where(eq(matchRefs.tree, tree))
  return await orm
    .select({ match: matches, repository: repositories })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(and(eq(matches.workId, workId), inArray(matches.id, holders)))
    .orderBy(asc(matches.id))
}

/** How many of these nobody has decided. */
export async function countOpenWithTree(
  { orm, tables: { matches, matchRefs } }: Queryable,
  workId: number,
  tree: string,
): Promise<number> {
  const holders = orm.select({ id: matchRefs.matchId }).from(matchRefs).where(eq(matchRefs.tree, tree))
  const [row] = await orm
    .select({ n: count() })
    .from(matches)
    .where(and(eq(matches.workId, workId), isNull(matches.decision), inArray(matches.id, holders)))
  return row?.n ?? 0
}
