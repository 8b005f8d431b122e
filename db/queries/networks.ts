import { and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Strength } from '../../server/core/match/types.ts'
import type { Availability, Decision } from '../../server/core/repository/types.ts'
import type { Queryable } from '../database.ts'
import { chunks } from './works.ts'

/** A repository of a network, with what a work's match says of it. */
export interface NetworkRow {
  id: number
  owner: string
  name: string
  parentId: number | null
  /** Null for one that was seen before its network was: it is its own root. */
  networkRootId: number | null
  githubCreatedAt: Date | null
  stars: number | null
  availability: Availability
  /** Null: there is no match, which says nothing by itself. */
  strength: Strength | null
  decision: Decision | null
  official: boolean | null
}

/** A network that a scan of the work listed: how the listing ended, and in which scan it was made last. */
export interface ListedNetwork {
  scanId: number
  result: unknown
}

/** The ids of the roots in whose networks a work has a match of any strength. */
export async function listRootsWithMatches(
  { orm, tables: { matches, repositories } }: Queryable,
  workId: number,
): Promise<number[]> {
  const rows = await orm
    .selectDistinct({ rootId: sql<number>`coalesce(${repositories.networkRootId}, ${repositories.id})` })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(eq(matches.workId, workId))
  return rows.map(({ rootId }) => rootId)
}

/** The networks that scans of a work listed to their end, each as it was listed last. */
export async function listListedNetworks(
  { orm, tables: { scans, scanSteps } }: Queryable,
  workId: number,
): Promise<ListedNetwork[]> {
  return await orm
    .select({ scanId: scanSteps.scanId, result: scanSteps.result })
    .from(scanSteps)
    .innerJoin(scans, eq(scans.id, scanSteps.scanId))
    .where(
      and(
        eq(scans.workId, workId),
        eq(scanSteps.kind, 'network'),
        eq(scanSteps.status, 'done'),
        isNotNull(scanSteps.result),
      ),
    )
    .orderBy(asc(scanSteps.id))
}

/** Every repository that was seen in these networks, roots among them, the oldest on GitHub first. */
export async function selectNetworkRows(
  { orm, tables: { matches, repositories } }: Queryable,
  workId: number,
  rootIds: readonly number[],
): Promise<NetworkRow[]> {
  const rows: NetworkRow[] = []
  for (const part of chunks(rootIds, 1000)) {
    const found: NetworkRow[] = await orm
      .select({
        id: repositories.id,
        owner: repositories.owner,
        name: repositories.name,
        parentId: repositories.parentId,
        networkRootId: repositories.networkRootId,
        githubCreatedAt: repositories.githubCreatedAt,
        stars: repositories.stars,
        availability: repositories.availability,
        strength: matches.strength,
        decision: matches.decision,
        official: matches.official,
      })
      .from(repositories)
      .leftJoin(matches, and(eq(matches.repositoryId, repositories.id), eq(matches.workId, workId)))
      .where(or(inArray(repositories.networkRootId, part), inArray(repositories.id, part)))
      .orderBy(sql`${repositories.githubCreatedAt} nulls last`, asc(repositories.id))
    for (const row of found) rows.push(row)
  }
  return rows
}

/** How the listed repositories of a scan came out, by their id; null: that is not known yet. */
export async function selectStepOutcomes(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  networkRootId?: number,
): Promise<Map<number, string | null>> {
  const rootOf = sql<string | null>`cast(${scanSteps.result} ->> 'networkRootId' as text)`
  const rows = await orm
    .select({
      key: scanSteps.key,
      repositoryId: sql<string | null>`cast(${scanSteps.result} ->> 'repositoryId' as text)`,
      outcome: sql<string | null>`cast(${scanSteps.result} ->> 'outcome' as text)`,
    })
    .from(scanSteps)
    .where(
      and(
        eq(scanSteps.scanId, scanId),
        eq(scanSteps.kind, 'repository'),
        eq(scanSteps.status, 'done'),
        networkRootId === undefined ? undefined : eq(rootOf, String(networkRootId)),
      ),
    )
  return new Map(rows.map(({ key, repositoryId, outcome }) => [Number(repositoryId ?? key), outcome]))
}
