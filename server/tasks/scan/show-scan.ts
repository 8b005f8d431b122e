import type { Queryable } from '../../../db/database.ts'
import { listNewCopies } from '../../../db/queries/new-copies.ts'
import { countRequests } from '../../../db/queries/requests.ts'
import {
  countMatchesOfScan,
  countStepsByKind,
  findScan,
  listMatchesOfScan,
  listScanEvents,
  type FoundBy,
} from '../../../db/queries/scan-progress.ts'
import { findPulse } from '../../../db/queries/scan-pulses.ts'
import type { Scan, StepKind } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { requireWork } from '../find-work.ts'
import type { Spent } from '../connection.ts'
import { scanUnknown } from './pause-scan.ts'
import type { ScanListApp } from './list-scans.ts'
import type { ScanOptions } from './plan-scan.ts'
import { reportScan } from './report-scan.ts'
import type { ScanReport } from './scan-report.ts'
import { isScanned, stateOf, type ScanState } from './scan-state.ts'

/** How far a scan has come; cheap enough to be asked for every second. */
export interface ScanProgress {
  id: number
  state: ScanState
  /** What is done now, or was done last; null: nobody has begun. */
  doing: {
    step: string
    done: number | null
    total: number | null
    /** What is still to come by the pace so far, in words. */
    left: string | null
    /** The budget that is waited for, and until when. */
    waitsFor: { bucket: string; until: string } | null
    at: string
  } | null
  /** In the order in which they are taken. */
  steps: { kind: StepKind; done: number; pending: number; couldNotTell: number }[]
  /** What is left of each budget as GitHub last told; null where it told nothing. */
  budgets: Record<keyof Spent, { limit: number; remaining: number; resetAt: string } | null>
  requests: Awaited<ReturnType<typeof countRequests>>
  /** Repositories that this scan judged last. */
  matches: { strong: number; weak: number; none: number }
  /** The latest of them, strong ones first. */
  found: { repository: string; strength: 'strong' | 'weak'; class: string; at: string }[]
}

export interface ScanDetail extends ScanReport {
  options: ScanOptions
  startedBy: string | null
  startedAt: string
  finishedAt: string | null
  /** A worker goes on with it; else whoever runs `clawback scan`. */
  unattended: boolean
  newCopies: Awaited<ReturnType<typeof listNewCopies>>
  progress: ScanProgress
}

const order: readonly StepKind[] = [
  'official',
  'probe',
  'name',
  'tree',
  'commit',
  'network',
  'repository',
  'owner',
  'gist',
  'lead',
]

const SHOWN = 12

/** @throws ClawbackError WORK_UNKNOWN, SCAN_UNKNOWN */
export async function requireScan(
  db: Queryable,
  slug: string,
  id: number | null,
): Promise<{ work: Work; scan: Scan }> {
  const work = await requireWork(db, slug)
  const scan = id === null ? undefined : await findScan(db, id)
  if (scan?.workId !== work.id) throw scanUnknown(slug, id ?? 'of this number')
  return { work, scan }
}

/**
 * One scan as it stands, also while it runs.
 * @param report counting 10,000 steps takes longer than showing them: who keeps it until something is written says how
 * @throws ClawbackError WORK_UNKNOWN, SCAN_UNKNOWN
 */
export async function showScan(
  app: ScanListApp,
  slug: string,
  id: number | null,
  report: (scan: Scan) => Promise<ScanReport> = (scan) => reportScan(app.db, scan),
): Promise<ScanDetail> {
  const { scan } = await requireScan(app.db, slug, id)
  const [started] = (await listScanEvents(app.db, [scan.id])).filter(({ kind }) => kind === 'scan.started')
  return {
    ...(await report(scan)),
    options: scan.options as ScanOptions,
    startedBy: started?.actor ?? null,
    startedAt: scan.startedAt.toISOString(),
    finishedAt: scan.finishedAt?.toISOString() ?? null,
    unattended: scan.unattended,
    newCopies: await listNewCopies(app.db, scan),
    progress: await readScanProgress(app, scan),
  }
}

/** Null: there is no such scan any more. */
export async function showScanProgress(app: ScanListApp, id: number): Promise<ScanProgress | null> {
  const scan = await findScan(app.db, id)
  return scan === undefined ? null : await readScanProgress(app, scan)
}

async function readScanProgress(app: ScanListApp, scan: Scan): Promise<ScanProgress> {
  const pulse = await findPulse(app.db, scan.id)
  const counted = await countStepsByKind(app.db, scan.id)
  const strong = await listMatchesOfScan(app.db, scan.id, 'strong', SHOWN)
  const weak = await listMatchesOfScan(app.db, scan.id, 'weak', SHOWN - strong.length)
  const count = (kind: StepKind, status: string) =>
    counted.find((row) => row.kind === kind && row.status === status)?.n ?? 0
  const now = app.clock()
  return {
    id: scan.id,
    state: stateOf(scan, await isScanned(app, scan.workId)),
    doing:
      pulse === undefined
        ? null
        : {
            step: pulse.step,
            done: pulse.done,
            total: pulse.total,
            left: pulse.left,
            waitsFor:
              pulse.waitsFor !== null && pulse.waitsUntil !== null && pulse.waitsUntil > now
                ? { bucket: pulse.waitsFor, until: pulse.waitsUntil.toISOString() }
                : null,
            at: pulse.at.toISOString(),
          },
    steps: order
      .map((kind) => ({
        kind,
        done: count(kind, 'done'),
        pending: count(kind, 'pending'),
        couldNotTell: count(kind, 'could-not-tell'),
      }))
      .filter(({ done, pending, couldNotTell }) => done + pending + couldNotTell > 0),
    budgets: { core: null, graphql: null, search: null, code_search: null, ...pulse?.budgets },
    requests: await countRequests(app.db, scan.id),
    matches: await countMatchesOfScan(app.db, scan.id),
    found: [...strong, ...weak].map(describeFound),
  }
}

function describeFound({ at, ...found }: FoundBy): ScanProgress['found'][number] {
  return { ...found, at: at.toISOString() }
}
