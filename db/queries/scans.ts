import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm'
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
  steps: readonly { kind: StepKind; key: string; position: number; result?: unknown }[],
): Promise<void> {
  for (const part of chunks(steps, 500)) {
    await orm
      .insert(scanSteps)
      .values(part.map((step) => ({ ...step, scanId, status: 'pending' as const })))
      .onConflictDoNothing()
  }
}

/** The next step to take: probes first, then networks, then repositories, each in the order planned. */
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

export async function countPending(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
): Promise<number> {
  const [row] = await orm
    .select({ n: count() })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), ne(scanSteps.status, 'done')))
  return row?.n ?? 0
}

export interface JudgedKey {
  workId: number
  indexId: string
}

/** The judgement of a root tree that was made before against the same index. */
export async function findJudgedTree(
  { orm, tables: { judgedTrees: t } }: Queryable,
  { workId, indexId }: JudgedKey,
  tree: string,
): Promise<unknown> {
  const [row] = await orm
    .select({ result: t.result })
    .from(t)
    .where(and(eq(t.workId, workId), eq(t.indexId, indexId), eq(t.tree, tree)))
  return row?.result
}

export async function saveJudgedTree(
  { orm, tables: { judgedTrees } }: Transaction,
  key: JudgedKey,
  tree: string,
  result: unknown,
): Promise<void> {
  await orm
    .insert(judgedTrees)
    .values({ ...key, tree, result })
    .onConflictDoNothing()
}

/** The judgements of blobs that were made before against the same index. */
export async function findJudgedBlobs(
  { orm, tables: { judgedBlobs: t } }: Queryable,
  { workId, indexId }: JudgedKey,
  blobs: readonly string[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const part of chunks(blobs, 1000)) {
    const rows = await orm
      .select({ blob: t.blob, result: t.result })
      .from(t)
      .where(and(eq(t.workId, workId), eq(t.indexId, indexId), inArray(t.blob, part)))
    for (const { blob, result } of rows) found.set(blob, result)
  }
  return found
}

export async function saveJudgedBlobs(
  { orm, tables: { judgedBlobs } }: Transaction,
  key: JudgedKey,
  judged: readonly { blob: string; result: unknown }[],
): Promise<void> {
  for (const part of chunks(judged, 500)) {
    await orm
      .insert(judgedBlobs)
      .values(part.map((row) => ({ ...key, ...row })))
      .onConflictDoNothing()
  }
}
