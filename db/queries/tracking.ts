import { and, eq, inArray, isNotNull, max, ne, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Official } from './officials.ts'
import type { RepositoryRow } from './repositories.ts'
import { chunks } from './works.ts'

/** What decides when a repository is looked at again: little, since there may be many thousands. */
export type TrackedState = Pick<
  RepositoryRow,
  'id' | 'availability' | 'availabilitySince' | 'checkedAt' | 'settledAt' | 'networkRootId' | 'blockNoticeUrl'
>

/** The repositories that match a work or were decided about, with when each was found. */
export async function listMatchedRepositories(
  { orm, tables: { matches } }: Queryable,
  workId: number,
): Promise<{ id: number; foundAt: Date }[]> {
  return await orm
    .select({ id: matches.repositoryId, foundAt: matches.firstSeenAt })
    .from(matches)
    .where(and(eq(matches.workId, workId), or(ne(matches.strength, 'none'), isNotNull(matches.decision))))
    .orderBy(matches.repositoryId)
}

/** Every repository seen in these networks, by id. */
export async function listNetworkMemberIds(
  { orm, tables: { repositories } }: Queryable,
  rootIds: readonly number[],
): Promise<number[]> {
  const ids: number[] = []
  for (const part of chunks(rootIds, 1000)) {
    const rows = await orm
      .select({ id: repositories.id })
      .from(repositories)
      .where(inArray(repositories.networkRootId, part))
      .orderBy(repositories.id)
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** The official repositories that were seen. */
export async function listOfficialRepositoryIds(
  { orm, tables: { repositories } }: Queryable,
  officials: readonly Official[],
): Promise<number[]> {
  const ids: number[] = []
  for (const { owner, name } of officials) {
    const ofOwner = eq(sql`lower(${repositories.owner})`, owner.toLowerCase())
    const named = name === null ? undefined : eq(sql`lower(${repositories.name})`, name.toLowerCase())
    const rows = await orm.select({ id: repositories.id }).from(repositories).where(and(ofOwner, named))
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

export async function listTrackedStates(
  { orm, tables: { repositories } }: Queryable,
  ids: readonly number[],
): Promise<Map<number, TrackedState>> {
  const found = new Map<number, TrackedState>()
  for (const part of chunks(ids, 1000)) {
    const rows = await orm
      .select({
        id: repositories.id,
        availability: repositories.availability,
        availabilitySince: repositories.availabilitySince,
        checkedAt: repositories.checkedAt,
        settledAt: repositories.settledAt,
        networkRootId: repositories.networkRootId,
        blockNoticeUrl: repositories.blockNoticeUrl,
      })
      .from(repositories)
      .where(inArray(repositories.id, part))
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** When the evidence against each was last written, in any work. */
export async function listEvidenceTimes(
  { orm, tables: { matches } }: Queryable,
  repositoryIds: readonly number[],
): Promise<Map<number, Date>> {
  const found = new Map<number, Date>()
  for (const part of chunks(repositoryIds, 1000)) {
    const rows = await orm
      .select({ id: matches.repositoryId, at: max(matches.updatedAt) })
      .from(matches)
      .where(inArray(matches.repositoryId, part))
      .groupBy(matches.repositoryId)
    for (const { id, at } of rows) if (at !== null) found.set(id, at)
  }
  return found
}

/** Nothing has changed there: the look itself is all that is new. A mark is written where none was. */
export async function markQuiet(
  { orm, tables: { repositories } }: Transaction,
  quiet: readonly { id: number; mark: string; isMarked: boolean }[],
  at: Date,
): Promise<void> {
  const marked = quiet.filter(({ isMarked }) => isMarked).map(({ id }) => id)
  for (const part of chunks(marked, 1000)) {
    await orm.update(repositories).set({ checkedAt: at }).where(inArray(repositories.id, part))
  }
  for (const { id, mark } of quiet.filter(({ isMarked }) => !isMarked)) {
    await orm.update(repositories).set({ checkedAt: at, settledMark: mark }).where(eq(repositories.id, id))
  }
}

/** The evidence in a repository, file by file, of any work. */
export async function listEvidenceFiles(
  { orm, tables: { matches, matchFiles } }: Queryable,
  repositoryId: number,
): Promise<{ path: string; tree: string; blob: string }[]> {
  return await orm
    .selectDistinct({ path: matchFiles.path, tree: matchFiles.tree, blob: matchFiles.blob })
    .from(matchFiles)
    .innerJoin(matches, eq(matches.id, matchFiles.matchId))
    .where(and(eq(matches.repositoryId, repositoryId), ne(matchFiles.strength, 'none')))
}
