import { and, asc, count, countDistinct, desc, eq, isNull, ne, sql, type Column } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type Work = Tables['works']['$inferSelect']
export type WorkValues = Tables['works']['$inferInsert']
export type Original = Tables['originals']['$inferSelect']
export type OriginalValues = Omit<Tables['originals']['$inferInsert'], 'id'>

/** The work of a slug; a removed one counts as absent. */
export async function findWork(
  { orm, tables: { works } }: Queryable,
  slug: string,
): Promise<Work | undefined> {
  const [work] = await orm
    .select()
    .from(works)
    .where(and(eq(works.slug, slug), isNull(works.removedAt)))
  return work
}

/** The work of a slug, removed or not: a slug names one work for ever. */
export async function findWorkEvenRemoved(
  { orm, tables: { works } }: Queryable,
  slug: string,
): Promise<Work | undefined> {
  const [work] = await orm.select().from(works).where(eq(works.slug, slug))
  return work
}

export async function findWorkById(
  { orm, tables: { works } }: Queryable,
  id: number,
): Promise<Work | undefined> {
  const [work] = await orm.select().from(works).where(eq(works.id, id))
  return work
}

export async function listWorkRows({ orm, tables: { works } }: Queryable): Promise<Work[]> {
  return await orm.select().from(works).where(isNull(works.removedAt)).orderBy(asc(works.slug))
}

export async function insertWork({ orm, tables: { works } }: Transaction, values: WorkValues): Promise<Work> {
  const [work] = await orm.insert(works).values(values).returning()
  return work!
}

export async function updateWork(
  { orm, tables: { works } }: Transaction,
  id: number,
  values: Partial<WorkValues>,
): Promise<Work> {
  const [work] = await orm.update(works).set(values).where(eq(works.id, id)).returning()
  return work!
}

/** Adds a version with its originals and gives its number, from 1. */
export async function insertVersion(
  { orm, tables: { workVersions, originals } }: Transaction,
  version: { workId: number; source: string; skipped: { path: string; reason: string }[]; addedAt: Date },
  rows: readonly Omit<OriginalValues, 'versionId' | 'workId'>[],
): Promise<number> {
  const [latest] = await orm
    .select({ number: workVersions.number })
    .from(workVersions)
    .where(eq(workVersions.workId, version.workId))
    .orderBy(desc(workVersions.number))
    .limit(1)
  const number = (latest?.number ?? 0) + 1
  const [inserted] = await orm
    .insert(workVersions)
    .values({ ...version, number })
    .returning()
  const versionId = inserted!.id
  for (const part of chunks(rows, 500)) {
    await orm.insert(originals).values(part.map((row) => ({ ...row, versionId, workId: version.workId })))
  }
  return number
}

export async function latestVersion({ orm, tables: { workVersions } }: Queryable, workId: number) {
  const [version] = await orm
    .select()
    .from(workVersions)
    .where(eq(workVersions.workId, workId))
    .orderBy(desc(workVersions.number))
    .limit(1)
  return version
}

/** Every version with what is claimed of it, the newest first. */
export async function listVersions(
  { orm, tables: { workVersions, originals } }: Queryable,
  workId: number,
): Promise<{ number: number; source: string; addedAt: Date; claimed: number; total: number }[]> {
  return await orm
    .select({
      number: workVersions.number,
      source: workVersions.source,
      addedAt: workVersions.addedAt,
      claimed: sql<number>`count(case when ${originals.claimed} then 1 end)`.mapWith(Number),
      total: count(originals.id),
    })
    .from(workVersions)
    .leftJoin(originals, eq(originals.versionId, workVersions.id))
    .where(eq(workVersions.workId, workId))
    .groupBy(workVersions.id)
    .orderBy(desc(workVersions.number))
}

/** The originals of one version, in path order. */
export async function listOriginals(
  { orm, tables: { originals } }: Queryable,
  versionId: number,
): Promise<Original[]> {
  return await orm
    .select()
    .from(originals)
    .where(eq(originals.versionId, versionId))
    .orderBy(asc(originals.path))
}

/** Every claimed original of every version; the same path with the same content comes once, newest version first. */
export async function listClaimedOriginals(
  { orm, tables: { originals } }: Queryable,
  workId: number,
): Promise<Original[]> {
  const rows = await orm
    .select()
    .from(originals)
    .where(and(eq(originals.workId, workId), eq(originals.claimed, true)))
    .orderBy(desc(originals.versionId), asc(originals.path))
  const seen = new Set<string>()
  return rows.filter(({ path, blobId }) => {
    const key = `${blobId} ${path}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
}

export async function findOriginal(
  { orm, tables: { originals } }: Queryable,
  workId: number,
  path: string,
): Promise<Original | undefined> {
  const [original] = await orm
    .select()
    .from(originals)
    .where(and(eq(originals.workId, workId), eq(originals.path, path)))
    .orderBy(desc(originals.versionId))
    .limit(1)
  return original
}

/** Takes claimed originals with these blob ids out of the claim. Gives how many. */
export async function excludeAsBaseline(
  { orm, tables: { originals } }: Transaction,
  ids: readonly number[],
  detail: string,
): Promise<void> {
  for (const id of ids) {
    await orm
      .update(originals)
      .set({ claimed: false, excludedBecause: 'baseline', excludedDetail: detail })
      .where(eq(originals.id, id))
  }
}

export async function countWork({ orm, tables: { originals, matches } }: Queryable, workId: number) {
  const [claimed] = await orm
    .select({ n: countDistinct(originals.blobId) })
    .from(originals)
    .where(and(eq(originals.workId, workId), eq(originals.claimed, true)))
  const [found] = await orm
    .select({ n: count() })
    .from(matches)
    .where(and(eq(matches.workId, workId), sql`${matches.strength} <> 'none'`))
  return { claimed: claimed?.n ?? 0, matches: found?.n ?? 0 }
}

/** Deletes what was kept of the work itself; what was found and said about it stays. */
export async function deleteWorkContents({ orm, tables }: Transaction, workId: number): Promise<void> {
  const { workVersions, workIndexes, baselines, judgedBlobs, judgedTrees, treeListings, scanSchedules } =
    tables
  await orm.delete(workVersions).where(eq(workVersions.workId, workId))
  await orm.delete(workIndexes).where(eq(workIndexes.workId, workId))
  await orm.delete(baselines).where(eq(baselines.workId, workId))
  await orm.delete(judgedBlobs).where(eq(judgedBlobs.workId, workId))
  await orm.delete(judgedTrees).where(eq(judgedTrees.workId, workId))
  await orm.delete(treeListings).where(eq(treeListings.workId, workId))
  await orm.delete(scanSchedules).where(eq(scanSchedules.workId, workId))
}

/** What was kept of this work as originals, baseline or index, and is nobody else's original or evidence. */
export async function listContentIdsOnlyOf(q: Queryable, workId: number): Promise<Set<string>> {
  const { orm, tables } = q
  const { originals, baselines, baselineFiles, workIndexes, matchFiles } = tables
  const kept = async (ours: boolean) => {
    const of = (column: Column) => (ours ? eq(column, workId) : ne(column, workId))
    return [
      ...(await orm.selectDistinct({ id: originals.contentId }).from(originals).where(of(originals.workId))),
      ...(await orm
        .selectDistinct({ id: baselineFiles.contentId })
        .from(baselineFiles)
        .innerJoin(baselines, eq(baselines.id, baselineFiles.baselineId))
        .where(of(baselines.workId))),
      ...(await orm.select({ id: workIndexes.contentId }).from(workIndexes).where(of(workIndexes.workId))),
      ...(await orm
        .select({ id: workIndexes.probesContentId })
        .from(workIndexes)
        .where(of(workIndexes.workId))),
    ]
  }
  const ids = new Set<string>()
  for (const { id } of await kept(true)) if (id !== null) ids.add(id)
  for (const { id } of await kept(false)) if (id !== null) ids.delete(id)
  for (const { id } of await orm.selectDistinct({ id: matchFiles.contentId }).from(matchFiles)) {
    if (id !== null) ids.delete(id)
  }
  return ids
}

/** SQLite takes 32,766 values a statement. */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
