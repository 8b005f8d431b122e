import { and, asc, count, countDistinct, desc, eq, inArray, min, ne, sql, type Column } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type Scan = Tables['scans']['$inferSelect']
export type ScanStep = Tables['scanSteps']['$inferSelect']
export type StepKind =
  | 'official'
  /** What can be found at all; it needs no asking. */
  | 'recall'
  | 'probe'
  | 'name'
  | 'tree'
  | 'commit'
  | 'network'
  | 'repository'
  | 'owner'
  | 'gist'
  | 'lead'

export async function insertScan(
  { orm, tables: { scans } }: Transaction,
  values: Pick<Scan, 'workId' | 'options' | 'startedAt'> & Partial<Pick<Scan, 'unattended'>>,
): Promise<Scan> {
  const [scan] = await orm
    .insert(scans)
    .values({ ...values, status: 'running', reasons: [] })
    .returning()
  return scan!
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

/** Adds steps that the plan does not hold yet, and to those that wait what it is new to know; a step is known by its kind and key. */
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
      .onConflictDoUpdate({
        target: [scanSteps.scanId, scanSteps.kind, scanSteps.key],
        set: { status: sql`excluded.status`, result: sql`excluded.result` },
        // A search hit knows only a name; a listing that comes later knows the heads.
        setWhere: sql`${scanSteps.status} = 'pending' and ${scanSteps.result} is null and excluded.result is not null`,
      })
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

/** What the same step gave in the latest other scan of the work that took it. */
export async function findEarlierResult(
  { orm, tables: { scans, scanSteps } }: Queryable,
  { workId, scanId, kind, key }: { workId: number; scanId: number; kind: StepKind; key: string },
): Promise<{ result: unknown; startedAt: Date } | undefined> {
  const [row] = await orm
    .select({ result: scanSteps.result, startedAt: scans.startedAt })
    .from(scanSteps)
    .innerJoin(scans, eq(scans.id, scanSteps.scanId))
    .where(
      and(
        eq(scans.workId, workId),
        ne(scans.id, scanId),
        eq(scanSteps.kind, kind),
        eq(scanSteps.key, key),
        eq(scanSteps.status, 'done'),
      ),
    )
    .orderBy(desc(scanSteps.id))
    .limit(1)
  return row
}

/** Which of these steps the plan holds, in whatever state. */
export async function findStepKeys(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  kind: StepKind,
  keys: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const part of chunks(keys, 500)) {
    const rows = await orm
      .select({ key: scanSteps.key })
      .from(scanSteps)
      .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.kind, kind), inArray(scanSteps.key, part)))
    for (const { key } of rows) found.add(key)
  }
  return found
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
  const outcome = resultText(scanSteps.result, 'outcome')
  const networkRootId = resultText(scanSteps.result, 'networkRootId')
  const which = sql`coalesce(${resultText(scanSteps.result, 'repositoryId')}, ${scanSteps.key})`
  return await orm
    .select({
      outcome,
      networkRootId,
      n: countDistinct(which),
    })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), eq(scanSteps.kind, 'repository'), eq(scanSteps.status, 'done')))
    .groupBy(outcome, networkRootId)
}

/** Official repositories that came up among the candidates of a scan. */
export async function listOfficialCandidates(
  { orm, tables: { repositories, scanSteps } }: Queryable,
  scanId: number,
): Promise<{ id: number; owner: string; name: string }[]> {
  const repositoryId = resultText(scanSteps.result, 'repositoryId')
  return await orm
    .selectDistinct({ id: repositories.id, owner: repositories.owner, name: repositories.name })
    .from(scanSteps)
    .innerJoin(repositories, eq(sql`cast(${repositories.id} as text)`, repositoryId))
    .where(
      and(
        eq(scanSteps.scanId, scanId),
        eq(scanSteps.kind, 'repository'),
        eq(scanSteps.status, 'done'),
        eq(resultText(scanSteps.result, 'outcome'), 'official'),
      ),
    )
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

/** The latest network step of a work that listed the network of this root to its end. */
export async function findListedNetwork(
  { orm, tables: { scans, scanSteps } }: Queryable,
  workId: number,
  rootId: number,
): Promise<{ scanId: number; result: unknown } | undefined> {
  const [step] = await orm
    .select({ scanId: scanSteps.scanId, result: scanSteps.result })
    .from(scanSteps)
    .innerJoin(scans, eq(scans.id, scanSteps.scanId))
    .where(
      and(
        eq(scans.workId, workId),
        eq(scanSteps.kind, 'network'),
        eq(scanSteps.status, 'done'),
        eq(resultText(scanSteps.result, 'rootId'), String(rootId)),
      ),
    )
    .orderBy(desc(scanSteps.id))
    .limit(1)
  return step
}

/** The repository steps of one network in a scan. */
export async function listNetworkSteps(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  networkRootId: number,
): Promise<{ key: string; result: unknown }[]> {
  return await orm
    .select({ key: scanSteps.key, result: scanSteps.result })
    .from(scanSteps)
    .where(
      and(
        eq(scanSteps.scanId, scanId),
        eq(scanSteps.kind, 'repository'),
        eq(resultText(scanSteps.result, 'networkRootId'), String(networkRootId)),
      ),
    )
    .orderBy(asc(scanSteps.id))
}

/** A field of a step's result as text, null where it is absent; the same words on both databases. */
function resultText(result: Column, field: 'rootId' | 'networkRootId' | 'repositoryId' | 'outcome') {
  return sql<string | null>`cast(${result} ->> ${sql.raw(`'${field}'`)} as text)`
}
