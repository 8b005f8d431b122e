import { and, asc, count, desc, eq, gt, inArray, isNull, lt, max, ne } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Scan, ScanStep } from './scans.ts'

export async function findScan({ orm, tables: { scans } }: Queryable, id: number): Promise<Scan | undefined> {
  const [scan] = await orm.select().from(scans).where(eq(scans.id, id))
  return scan
}

/** The newest first; those before `before`, which is the id of one. */
export async function listScansOf(
  { orm, tables: { scans } }: Queryable,
  workId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<Scan[]> {
  return await orm
    .select()
    .from(scans)
    .where(and(eq(scans.workId, workId), before === null ? undefined : lt(scans.id, before)))
    .orderBy(desc(scans.id))
    .limit(limit)
}

/** Scans that a worker goes on with. */
export async function listUnattendedScans({
  orm,
  tables: { scans },
}: Queryable): Promise<{ id: number; workId: number }[]> {
  return await orm
    .select({ id: scans.id, workId: scans.workId })
    .from(scans)
    .where(and(eq(scans.unattended, true), isNull(scans.pausedAt), ne(scans.status, 'complete')))
    .orderBy(asc(scans.id))
}

/** What the log says last of each scan: who started it, and how it ended. The data is JSON. */
export async function listScanEvents(
  { orm, tables: { events } }: Queryable,
  scanIds: readonly number[],
): Promise<{ scanId: number; kind: string; actor: string; data: string }[]> {
  if (scanIds.length === 0) return []
  const latest = orm
    .select({ seq: max(events.seq) })
    .from(events)
    .where(
      and(
        inArray(
          events.subject,
          scanIds.map((id) => `scan:${id}`),
        ),
        inArray(events.kind, ['scan.started', 'scan.complete', 'scan.incomplete']),
      ),
    )
    .groupBy(events.subject, events.kind)
  const rows = await orm
    .select({ subject: events.subject, kind: events.kind, actor: events.actor, data: events.data })
    .from(events)
    .where(inArray(events.seq, latest))
    .orderBy(asc(events.seq))
  return rows.map(({ subject, ...event }) => ({ ...event, scanId: Number(subject.slice('scan:'.length)) }))
}

/** How many steps of a scan are in which state, by kind. */
export async function countStepsByKind({ orm, tables: { scanSteps } }: Queryable, scanId: number) {
  return await orm
    .select({ kind: scanSteps.kind, status: scanSteps.status, n: count() })
    .from(scanSteps)
    .where(eq(scanSteps.scanId, scanId))
    .groupBy(scanSteps.kind, scanSteps.status)
}

/** Steps in the order in which they were planned, from after one on. */
export async function listStepsAfter(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
  {
    kind,
    status,
    after,
    limit,
  }: { kind: string | null; status: ScanStep['status'] | null; after: number; limit: number },
): Promise<ScanStep[]> {
  return await orm
    .select()
    .from(scanSteps)
    .where(
      and(
        eq(scanSteps.scanId, scanId),
        gt(scanSteps.id, after),
        kind === null ? undefined : eq(scanSteps.kind, kind),
        status === null ? undefined : eq(scanSteps.status, status),
      ),
    )
    .orderBy(asc(scanSteps.id))
    .limit(limit)
}

export interface FoundBy {
  /** `owner/name` */
  repository: string
  strength: 'strong' | 'weak'
  class: string
  at: Date
}

/** What a scan judged last to be a match of this strength, the latest first. */
export async function listMatchesOfScan(
  { orm, tables: { matches, repositories } }: Queryable,
  scanId: number,
  strength: 'strong' | 'weak',
  limit: number,
): Promise<FoundBy[]> {
  const rows = await orm
    .select({
      owner: repositories.owner,
      name: repositories.name,
      class: matches.class,
      at: matches.updatedAt,
    })
    .from(matches)
    .innerJoin(repositories, eq(repositories.id, matches.repositoryId))
    .where(and(eq(matches.scanId, scanId), eq(matches.strength, strength)))
    .orderBy(desc(matches.updatedAt), desc(matches.id))
    .limit(limit)
  return rows.map(({ owner, name, ...match }) => ({ ...match, repository: `${owner}/${name}`, strength }))
}

/** How many repositories a scan judged last, by strength. */
export async function countMatchesOfScan({ orm, tables: { matches } }: Queryable, scanId: number) {
  const rows = await orm
    .select({ strength: matches.strength, n: count() })
    .from(matches)
    .where(eq(matches.scanId, scanId))
    .groupBy(matches.strength)
  const of = (strength: string) => rows.find((row) => row.strength === strength)?.n ?? 0
  return { strong: of('strong'), weak: of('weak'), none: of('none') }
}
