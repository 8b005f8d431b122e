import type { Queryable } from '../../../db/database.ts'
import { countMatchesOfScan, listScanEvents, listScansOf } from '../../../db/queries/scan-progress.ts'
import { countRequests } from '../../../db/queries/requests.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import { requireWork } from '../find-work.ts'
import type { Holder } from './hold-scan.ts'
import type { ScanOptions } from './plan-scan.ts'
import { isScanned, stateOf, type ScanState } from './scan-state.ts'

export interface ScanRow {
  id: number
  state: ScanState
  /** As the log names them; null when the log does not say. */
  startedBy: string | null
  startedAt: string
  finishedAt: string | null
  paused: { by: string; at: string } | null
  options: ScanOptions
  /** As the scan judged them when it last ended, or so far. */
  matches: { strong: number; weak: number; none: number }
  /** Where it found something and no earlier scan did; null: it has not ended yet. */
  newCopies: number | null
  requests: Awaited<ReturnType<typeof countRequests>>
}

export interface ScanListApp {
  db: Queryable
  process: Holder
  clock: () => Date
}

/**
 * The scans of a work, the newest first; with `before`, those older than the one of that number.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listScans(
  app: ScanListApp,
  slug: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<ScanRow[]> {
  const work = await requireWork(app.db, slug)
  const scans = await listScansOf(app.db, work.id, { before, limit })
  const log = await listScanEvents(
    app.db,
    scans.map(({ id }) => id),
  )
  const scanned = await isScanned(app, work.id)
  const rows: ScanRow[] = []
  for (const scan of scans) {
    const events = log.filter(({ scanId }) => scanId === scan.id)
    rows.push(await describeScan(app.db, scan, events, scanned))
  }
  return rows
}

async function describeScan(
  db: Queryable,
  scan: Scan,
  events: Awaited<ReturnType<typeof listScanEvents>>,
  scanned: boolean,
): Promise<ScanRow> {
  const started = events.find(({ kind }) => kind === 'scan.started')
  const ended = events.findLast(({ kind }) => kind !== 'scan.started')
  const told = ended === undefined ? undefined : readEnd(ended.data)
  return {
    id: scan.id,
    state: stateOf(scan, scanned),
    startedBy: started?.actor ?? null,
    startedAt: scan.startedAt.toISOString(),
    finishedAt: scan.finishedAt?.toISOString() ?? null,
    paused:
      scan.pausedAt === null ? null : { by: scan.pausedBy ?? 'somebody', at: scan.pausedAt.toISOString() },
    options: scan.options as ScanOptions,
    matches: told?.matches ?? (await countMatchesOfScan(db, scan.id)),
    newCopies: told?.newCopies ?? null,
    requests: await readRequests(db, scan),
  }
}

/** Those of an ended scan are written down with more about them. */
async function readRequests(db: Queryable, scan: Scan): Promise<ScanRow['requests']> {
  if (scan.status === 'running' || scan.requests === null) return await countRequests(db, scan.id)
  const { core, graphql, search, code_search: codeSearch, notModified } = scan.requests
  return { core, graphql, search, code_search: codeSearch, notModified }
}

/** The log may have been written by an earlier version, which told less. */
function readEnd(data: string): Partial<Pick<ScanRow, 'matches' | 'newCopies'>> {
  const { matches, newCopies } = JSON.parse(data) as {
    matches?: ScanRow['matches']
    newCopies?: readonly string[]
  }
  return {
    ...(matches === undefined ? {} : { matches }),
    ...(newCopies === undefined ? {} : { newCopies: newCopies.length }),
  }
}
