import type { ScanInput } from '../scan/plan-scan.ts'
import type { Progress } from '../progress.ts'
import { describeCopies } from '../scan/announce-copies.ts'
import { runScan, type ScanApp, type ScanOutcome } from '../scan/run-scan.ts'
import { ClawbackError } from '../../errors.ts'
import { nextRun } from './next-run.ts'
import { nextTime } from './next-time.ts'

export interface Watched {
  /** The latest run; null when it was stopped before one ended. */
  latest: ScanOutcome | null
  runs: number
  /** Of all runs. */
  newCopies: ScanOutcome['newCopies']
}

export interface WatchApp extends ScanApp {
  /** Ends early when the signal is given. */
  nap: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/**
 * Scans a work again and again until it is told to stop: whenever the pattern comes round, and earlier where GitHub
 * could not tell. A pass that fails because GitHub is out of reach is made again; one that cannot succeed ends it.
 */
export async function watchWork(
  app: WatchApp,
  { input, pattern, signal }: { input: ScanInput; pattern: string; signal: AbortSignal },
  { progress, tell }: { progress: Progress; tell: (line: string) => void },
): Promise<Watched> {
  // A pattern that is none is said before the first scan, not after it.
  nextTime(pattern, app.clock())
  const watched: Watched = { latest: null, runs: 0, newCopies: [] }
  while (!signal.aborted) {
    let ended: { status: 'complete' | 'incomplete'; nextTry: Date | null }
    try {
      const outcome = await runScan({ ...app, signal }, input, progress)
      const { scan, newCopies, outlook } = outcome
      watched.latest = outcome
      watched.runs++
      watched.newCopies.push(...newCopies)
      tell(newCopies.length === 0 ? `No new copies; the scan is ${scan.status}` : describeCopies(newCopies))
      ended = {
        status: scan.status,
        nextTry: outlook.nextTry === null ? null : new Date(outlook.nextTry),
      }
    } catch (error) {
      if (!(error instanceof ClawbackError)) throw error
      if (error.code === 'STOPPED') break
      if (!['GITHUB_UNREACHABLE', 'SCAN_RUNNING', 'SCAN_PAUSED'].includes(error.code)) throw error
      tell(`${error.message}; it is tried again`)
      ended = { status: 'incomplete', nextTry: null }
    }
    const now = app.clock()
    const next = nextRun(nextTime(pattern, now), ended, now)
    tell(`The next scan is at ${next.toISOString()}; stop with Ctrl+C.`)
    await app.nap(next.getTime() - now.getTime(), signal)
  }
  return watched
}
