import { and, asc, count, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Strength } from '../../server/core/match/types.ts'
import type { Availability, Decision } from '../../server/core/repository/types.ts'
import type { Queryable } from '../database.ts'
import { byStrength, whereMatches, type MatchRowFilter } from './match-filter.ts'
import type { MatchWithRepository } from './matches.ts'
import { listIdsOfOwner } from './repositories.ts'
import { chunks } from './works.ts'

export const matchOrders = ['evidence', 'stars', 'newest', 'pushed', 'name', 'network'] as const
export type MatchOrder = (typeof matchOrders)[number]

/**
 * The ids of all matches that a filter leaves, in order. A number each: pages, the neighbours of a match and counts
 * are parts of the same list.
 */
export async function selectMatchIds(
  db: Queryable,
  workId: number,
  filter: MatchRowFilter,
  order: MatchOrder,
): Promise<number[]> {
  const { matches, repositories } = db.tables
  const rows = await db.orm
    .select({ id: matches.id })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(whereMatches(db, workId, filter))
    .orderBy(...orderBy(db, order), asc(matches.id))
  return rows.map(({ id }) => id)
}

function orderBy(db: Queryable, wanted: MatchOrder): SQL[] {
  const { matches, repositories } = db.tables
  const evidence = [asc(byStrength(db)), desc(matches.ofWork)]
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
      return [networkOf(db), asc(repositories.fork), ...evidence]
  }
}

/** A repository without a network is one by itself. */
function networkOf({ tables: { repositories } }: Queryable): SQL<number> {
  return sql<number>`coalesce(${repositories.networkRootId}, ${repositories.id})`
}

/** The matches of one fork network, counted. */
export interface MatchNetwork {
  /** GitHub's id of its root. */
  root: number
  matches: number
  strong: number
  weak: number
  /** Not official, and nobody's decision holds. */
  undecided: number
  infringing: number
  /** Not known to be disabled, blocked or gone. */
  standing: number
}

/** The networks of all matches that a filter leaves, the one with the most first. */
export async function selectMatchNetworks(
  db: Queryable,
  workId: number,
  filter: MatchRowFilter,
): Promise<MatchNetwork[]> {
  const { matches, repositories } = db.tables
  const countIf = (condition: SQL) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)
  const all = count()
  return await db.orm
    .select({
      root: networkOf(db).mapWith(Number).as('root'),
      matches: all,
      strong: countIf(eq(matches.strength, 'strong')),
      weak: countIf(eq(matches.strength, 'weak')),
      undecided: countIf(sql`${matches.decision} is null and not ${matches.official}`),
      infringing: countIf(sql`${matches.decision} = 'infringing'`),
      standing: countIf(inArray(repositories.availability, ['available', 'changed', 'unknown'])),
    })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(whereMatches(db, workId, filter))
    .groupBy(networkOf(db))
    .orderBy(desc(all), asc(networkOf(db)))
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

/** The matches of a work in repositories of one account, the strongest first. */
export async function selectMatchesOfOwner(
  db: Queryable,
  workId: number,
  owner: string,
): Promise<MatchWithRepository[]> {
  const { matches, repositories } = db.tables
  const found: MatchWithRepository[] = []
  // In two steps: joined, every match of the work would be asked for its owner.
  for (const part of chunks(await listIdsOfOwner(db, owner), 500)) {
    const rows = await db.orm
      .select({ match: matches, repository: repositories })
      .from(matches)
      .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
      .where(and(eq(matches.workId, workId), inArray(matches.repositoryId, part)))
      .orderBy(asc(byStrength(db)), desc(matches.ofWork), asc(matches.id))
    found.push(...rows)
  }
  return found
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
