import type { Queryable } from '../../../db/database.ts'
import { listSchedules } from '../../../db/queries/scan-schedules.ts'
import { countOpenSteps } from '../../../db/queries/scan-outlook.ts'
import { findLatestScan } from '../../../db/queries/scans.ts'
import { ClawbackError } from '../../errors.ts'
import { runScan, type ScanApp } from '../scan/run-scan.ts'
import { nextRun } from './next-run.ts'
import { nextTime } from './next-time.ts'

export interface ScannedWork {
  work: string
  status: 'complete' | 'incomplete'
  /** `owner/name` of each. */
  newCopies: string[]
}

/**
 * Scans the works whose schedule has come round, one after the other. When that is, the database says: a start after a
 * week makes up for one scan, not for seven, and a scan that was cut short goes on. One work that cannot be scanned
 * keeps no other from it.
 * @throws ClawbackError the first of what went wrong, after all others were scanned
 */
export async function scanDue(app: ScanApp, signal: AbortSignal): Promise<ScannedWork[]> {
  const done: ScannedWork[] = []
  let failure: unknown
  for (const { slug: work, workId, pattern, options, setAt } of await listSchedules(app.db)) {
    if (signal.aborted) break
    const now = app.clock()
    const due = await dueAt(app.db, { workId, pattern, setAt })
    if (due === null || now < due) continue
    try {
      const { scan, newCopies } = await runScan(
        { ...app, signal },
        { work, ...options, tipsFile: null, resume: false },
        () => undefined,
      )
      done.push({
        work,
        status: scan.status,
        newCopies: newCopies.map(({ repository }) => repository),
      })
    } catch (error) {
      const code = error instanceof ClawbackError ? error.code : null
      // Told to stop, or somebody scans or pauses it at this moment: all come round again.
      if (code === null || !['STOPPED', 'SCAN_RUNNING', 'SCAN_PAUSED'].includes(code)) failure ??= error
    }
  }
  if (failure !== undefined) throw failure as Error
  return done
}

/**
 * When a work is to be scanned: after its latest scan, whoever asked for that, or after it was put on a schedule. Null:
 * not before somebody resumes the scan that somebody paused.
 */
async function dueAt(
  db: Queryable,
  { workId, pattern, setAt }: { workId: number; pattern: string; setAt: Date },
): Promise<Date | null> {
  const latest = await findLatestScan(db, workId)
  if ((latest?.pausedAt ?? null) !== null) return null
  if (latest === undefined || latest.startedAt < setAt) return nextTime(pattern, setAt)
  const at = latest.finishedAt ?? latest.startedAt
  const { nextTry } = await countOpenSteps(db, latest.id)
  const status = latest.status === 'complete' ? 'complete' : 'incomplete'
  return nextRun(nextTime(pattern, at), { status, nextTry }, at)
}
