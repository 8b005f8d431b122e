import { count, eq, gte, inArray } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type RequestRow = Omit<Tables['requests']['$inferInsert'], 'id'>

/** One line in the ledger; gives its number. It can be lost in a power cut; nothing is decided by it. */
export async function insertRequest(
  { orm, tables: { requests } }: Queryable,
  row: RequestRow,
): Promise<number> {
  const [inserted] = await orm.insert(requests).values(row).returning({ id: requests.id })
  return inserted!.id
}

/** Enters lines under a scan that had no number yet when they were written. */
export async function enterRequests(
  { orm, tables: { requests } }: Queryable,
  ids: readonly number[],
  scanId: number,
): Promise<void> {
  for (const part of chunks(ids, 500)) {
    await orm.update(requests).set({ scanId }).where(inArray(requests.id, part))
  }
}

/** What a scan has spent: requests by bucket. */
export async function countRequests({ orm, tables: { requests } }: Queryable, scanId: number) {
  const rows = await orm
    .select({ bucket: requests.bucket, notModified: requests.notModified, n: count() })
    .from(requests)
    .where(eq(requests.scanId, scanId))
    .groupBy(requests.bucket, requests.notModified)
  return byBucket(rows)
}

/** What GitHub answered before, for a conditional request. */
export async function findCached({ orm, tables: { httpCache } }: Queryable, key: string) {
  const [row] = await orm.select().from(httpCache).where(eq(httpCache.key, key))
  return row
}

export async function saveCached(
  { orm, tables: { httpCache } }: Queryable,
  row: Tables['httpCache']['$inferInsert'],
): Promise<void> {
  const { key: _, ...values } = row
  await orm.insert(httpCache).values(row).onConflictDoUpdate({ target: httpCache.key, set: values })
}

/** What all scans of a work asked: requests by bucket. */
export async function countRequestsOfWork({ orm, tables: { requests, scans } }: Queryable, workId: number) {
  const rows = await orm
    .select({ bucket: requests.bucket, notModified: requests.notModified, n: count() })
    .from(requests)
    .innerJoin(scans, eq(scans.id, requests.scanId))
    .where(eq(scans.workId, workId))
    .groupBy(requests.bucket, requests.notModified)
  return { all: rows.reduce((all, { n }) => all + n, 0), ...byBucket(rows) }
}

/** What was asked since a time, whatever for. */
export async function countRequestsSince({ orm, tables: { requests } }: Queryable, since: Date) {
  const rows = await orm
    .select({ bucket: requests.bucket, notModified: requests.notModified, n: count() })
    .from(requests)
    .where(gte(requests.at, since))
    .groupBy(requests.bucket, requests.notModified)
  return byBucket(rows)
}

function byBucket(rows: readonly { bucket: string; notModified: boolean; n: number }[]) {
  const of = (bucket: string) => rows.filter((r) => r.bucket === bucket).reduce((all, r) => all + r.n, 0)
  return {
    core: of('core'),
    graphql: of('graphql'),
    search: of('search'),
    code_search: of('code_search'),
    notModified: rows.filter((r) => r.notModified).reduce((all, r) => all + r.n, 0),
  }
}
