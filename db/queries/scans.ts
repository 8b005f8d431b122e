import { and, asc, count, countDistinct, desc, eq, min, ne, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type Scan = Tables['scans']['$inferSelect']
export type ScanStep = Tables['scanSteps']['$inferSelect']
export type StepKind = 'official' | 'probe' | 'network' | 'repository'

export async function insertScan(
  { orm, tables: { scans } }: Transaction,
  values: Pick<Scan, 'workId' | 'options' | 'startedAt'>,
): Promise<Scan> {
  const [scan] = await orm
    .insert(scans)
    .values({ ...values, status: 'running', reasons: [] })
    .returning()
  return scan!
}

/** The latest scan of a work that did not come to its end. */
export async function findUnfinishedScan(
  { orm, tables: { scans } }: Queryable,
  workId: number,
): Promise<Scan | undefined> {
  const [scan] = await orm
    .select()
    .from(scans)
    .where(eq(scans.workId, workId))
    .orderBy(desc(scans.id))
    .limit(1)
  return scan === undefined || scan.status === 'complete' ? undefined : scan
}

export async function findLatestScan(
  { orm, tables: { scans } }: Queryable,
  workId: number,
): Promise<Scan | undefined> {
  const [scan] = await orm
    .select()
    .from(scans)
    .where(eq(scans.workId, workId))
    .orderBy(desc(scans.id))
    .limit(1)
  return scan
}

export async function updateScan(
  { orm, tables: { scans } }: Transaction,
  id: number,
  values: Partial<Omit<Scan, 'id'>>,
): Promise<void> {
  await orm.update(scans).set(values).where(eq(scans.id, id))
}

/** Adds steps that the plan does not hold yet; a step is known by its kind and key. */
export async function addSteps(
  { orm, tables: { scanSteps } }: Transaction,
  scanId: number,
  steps: readonly {
    kind: StepKind
    key: string
    position: number
    status?: 'pending' | 'done'
    result?: unknown
  }[],
): Promise<void> {
  for (const part of chunks(steps, 500)) {
    await orm
      .insert(scanSteps)
      .values(part.map((step) => ({ status: 'pending' as const, ...step, scanId })))
      .onConflictDoNothing()
  }
}

/** The next steps of a kind, in the order planned. */
export async function nextSteps(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  kind: StepKind,
  limit: number,
): Promise<ScanStep[]> {
  return await orm
    .select()
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.status, 'pending'), eq(scanSteps.kind, kind)))
    .orderBy(asc(scanSteps.position), asc(scanSteps.id))
    .limit(limit)
}

export async function updateStep(
  { orm, tables: { scanSteps } }: Transaction,
  id: number,
  values: Partial<Pick<ScanStep, 'status' | 'reason' | 'retryAt' | 'result'>>,
): Promise<void> {
  await orm.update(scanSteps).set(values).where(eq(scanSteps.id, id))
}

/** What could not be told is asked again when a scan goes on. */
export async function retryUnanswered(
  { orm, tables: { scanSteps } }: Transaction,
  scanId: number,
): Promise<void> {
  await orm
    .update(scanSteps)
    .set({ status: 'pending', reason: null, retryAt: null })
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.status, 'could-not-tell')))
}

export async function listSteps(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  kind: StepKind,
): Promise<ScanStep[]> {
  return await orm
    .select()
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.kind, kind)))
    .orderBy(asc(scanSteps.position), asc(scanSteps.id))
}

export async function countSteps({ orm, tables: { scanSteps } }: Queryable, scanId: number, kind: StepKind) {
  const rows = await orm
    .select({ status: scanSteps.status, n: count() })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.kind, kind)))
    .groupBy(scanSteps.status)
  const of = (status: ScanStep['status']) => rows.find((row) => row.status === status)?.n ?? 0
  return { pending: of('pending'), done: of('done'), couldNotTell: of('could-not-tell') }
}

/** How the repositories of a scan came out, by network; one that was both named and listed counts once. */
export async function countOutcomes({ orm, tables: { scanSteps } }: Queryable, scanId: number) {
  const field = (name: string) =>
    sql<string | null>`cast(${scanSteps.result} ->> ${sql.raw(`'${name}'`)} as text)`
  const which = sql`coalesce(${field('repositoryId')}, ${scanSteps.key})`
  return await orm
    .select({
      outcome: field('outcome'),
      networkRootId: field('networkRootId'),
      n: countDistinct(which),
    })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.kind, 'repository'), eq(scanSteps.status, 'done')))
    .groupBy(field('outcome'), field('networkRootId'))
}

/** What is not done, by kind and reason, with one example of each. */
export async function countUnanswered({ orm, tables: { scanSteps } }: Queryable, scanId: number) {
  return await orm
    .select({ kind: scanSteps.kind, reason: scanSteps.reason, n: count(), key: min(scanSteps.key) })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), ne(scanSteps.status, 'done')))
    .groupBy(scanSteps.kind, scanSteps.reason)
    .orderBy(asc(min(scanSteps.id)))
}
