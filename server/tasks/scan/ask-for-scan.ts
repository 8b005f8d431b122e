import { findLatestScan, updateScan, type Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Connect } from '../connection.ts'
import { requireWork } from '../find-work.ts'
import { createLookUp } from './look-up.ts'
import { scanPaused } from './pause-scan.ts'
import { readScanOptions, type ScanInput } from './plan-scan.ts'
import { putScan } from './put-scan.ts'
import { isSameUnfinished, refuseUnknown, startScan, type StartApp } from './start-scan.ts'

export interface AskApp extends StartApp {
  connect: Connect
  jobs: Pick<Jobs, 'put'>
}

/** Somebody waits for the answer. */
const PATIENCE = 10_000

/**
 * Writes a scan down and leaves it to a worker. Asks GitHub only whether the repositories named are there. A scan with
 * the same options as the latest unfinished one is that scan.
 * @throws ClawbackError WORK_UNKNOWN, REPOSITORY_INVALID, REPOSITORY_UNKNOWN, SCAN_PAUSED, INDEX_OUTDATED, …
 */
export async function askForScan(
  app: AskApp,
  slug: string,
  input: Pick<ScanInput, 'probes' | 'repositories' | 'networks' | 'tips' | 'without'>,
): Promise<Scan> {
  const work = await requireWork(app.db, slug)
  const options = await readScanOptions({ ...input, work: slug, tipsFile: null, resume: false })
  const latest = await findLatestScan(app.db, work.id)
  if (latest !== undefined && isSameUnfinished(latest, options)) {
    return await leaveToWorker(app, work, latest)
  }
  await refuseMisspelt(app, [...options.repositories, ...options.networks])
  const scan = await startScan(app, work, options, { unattended: true })
  // Somebody may have begun it at a terminal meanwhile.
  if (!scan.unattended) return await leaveToWorker(app, work, scan)
  await putScan(app, scan.id)
  return scan
}

async function leaveToWorker(app: AskApp, work: Work, scan: Scan): Promise<Scan> {
  if (scan.pausedAt !== null) throw scanPaused(work, scan)
  await app.db.tx((tx) => updateScan(tx, scan.id, { unattended: true, status: 'running' }))
  await putScan(app, scan.id)
  return scan
}

/** GitHub that does not answer in time could not tell, and the scan asks again: that is no reason to refuse. */
async function refuseMisspelt(app: AskApp, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const late = AbortSignal.timeout(PATIENCE)
  try {
    await refuseUnknown(app.db, createLookUp(await app.connect(null, late)), names)
  } catch (error) {
    if (!(error instanceof ClawbackError && error.code === 'STOPPED')) throw error
  }
}
