import { findPulse, putPulse } from '../../../db/queries/scan-pulses.ts'
import { findScan, listUnattendedScans } from '../../../db/queries/scan-progress.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { nextRun } from '../schedule/next-run.ts'
import { putScan } from './put-scan.ts'
import { goOnWithScan, type ScanApp } from './run-scan.ts'

/** Somebody else scans the work: soon there is time for this one. */
const SOON = 30_000

/** What GitHub could not tell for so long, a person should look at. */
const DAY = 24 * 3_600_000

/**
 * Goes on with a scan that was left to a worker, and says when to go on again; null when it is over, or paused. What
 * could not be told is asked again for a day.
 * @throws ClawbackError whatever keeps it from going on; the scan says so to whoever looks
 */
export async function takeAskedScan(app: ScanApp, id: number): Promise<Date | null> {
  const scan = await findScan(app.db, id)
  if (scan === undefined || scan.status === 'complete' || scan.pausedAt !== null) return null
  const work = await findWorkById(app.db, scan.workId)
  if (work === undefined || work.removedAt !== null) return null
  try {
    const { scan: ended, outlook } = await goOnWithScan(app, work, id, () => undefined)
    if (ended.status === 'complete' || ended.paused !== null) return null
    const now = app.clock()
    const nextTry = outlook.nextTry === null ? null : new Date(outlook.nextTry)
    const giveUp = new Date(scan.startedAt.getTime() + DAY)
    const again = nextRun(giveUp, { status: ended.status, nextTry }, now)
    return again < giveUp && again > now ? again : null
  } catch (error) {
    const code = error instanceof ClawbackError ? error.code : null
    // The next start goes on with it at once.
    if (code === 'STOPPED') return app.clock()
    if (code === 'SCAN_PAUSED') return null
    if (code === 'SCAN_RUNNING') return new Date(app.clock().getTime() + SOON)
    await tellStandstill(app, id, error)
    throw error
  }
}

/** Has a worker go on with what a killed one had begun. */
export async function putAskedScans(app: {
  db: ScanApp['db']
  clock: () => Date
  jobs: Pick<Jobs, 'put'>
}): Promise<void> {
  for (const { id } of await listUnattendedScans(app.db)) await putScan(app, id)
}

/** The text of an error that nobody foresaw may hold anything; that of ours is made to be read. */
async function tellStandstill({ db, clock }: ScanApp, scanId: number, error: unknown): Promise<void> {
  const why =
    error instanceof ClawbackError
      ? `stands still: ${error.message}. ${error.fix}`
      : 'stands still: something went wrong in Clawback itself; the log of the process says where'
  const nothing = { done: null, total: null, left: null, waitsFor: null, waitsUntil: null, budgets: {} }
  const last = await findPulse(db, scanId)
  await putPulse(db, { ...nothing, budgets: last?.budgets ?? {}, scanId, step: why, at: clock() })
}
