import type { Queryable } from '../../../db/database.ts'
import { putPulse, type ScanPulse } from '../../../db/queries/scan-pulses.ts'
import type { Connection } from '../connection.ts'
import type { Progress } from '../progress.ts'
import { tellBudgetsOf } from './outlook.ts'

/** Whoever watches sees a second as now. */
const EVERY = 1000

export interface Pulse {
  progress: Progress
  /** Keeps what is known now, and nothing afterwards. */
  stop: () => Promise<void>
}

/**
 * Passes the progress of a scan on, and keeps the latest of it where other processes can read it: once a second while
 * something changes, by the machine's own time.
 */
export function keepPulse(
  { db, clock }: { db: Queryable; clock: () => Date },
  scanId: number,
  github: Pick<Connection, 'budgets'>,
  progress: Progress,
): Pulse {
  type Doing = Omit<ScanPulse, 'scanId' | 'budgets' | 'at'>
  let doing: Doing = {
    step: 'beginning',
    done: null,
    total: null,
    left: null,
    waitsFor: null,
    waitsUntil: null,
  }
  let kept = ''
  let writing: Promise<void> = Promise.resolve()

  function keep(): void {
    const now = { ...doing, budgets: tellBudgetsOf(github) }
    const text = JSON.stringify(now)
    if (text === kept) return
    kept = text
    // It is shown, not decided by: a database that is busy has the next one.
    writing = writing.then(() => putPulse(db, { ...now, scanId, at: clock() })).catch(() => undefined)
  }

  keep()
  const timer = setInterval(keep, EVERY)
  timer.unref()
  return {
    progress: (report) => {
      const { step, done = null, total = null, left = null, waits } = report
      // A wait is part of what was being done.
      doing =
        waits === undefined
          ? { step, done, total, left, waitsFor: null, waitsUntil: null }
          : { ...doing, waitsFor: waits.bucket, waitsUntil: waits.until }
      progress(report)
    },
    stop: async () => {
      clearInterval(timer)
      doing = { ...doing, waitsFor: null, waitsUntil: null }
      keep()
      await writing
    },
  }
}
