import type { Queryable } from '../../../db/database.ts'
import { findScan } from '../../../db/queries/scan-progress.ts'

const EVERY = 1000

/**
 * Gives the signal when somebody pauses the scan, in whichever process that is: the next request throws then. Looks
 * once a second, by the machine's own time. Gives what ends it.
 */
export function watchForPause(db: Queryable, scanId: number, pause: AbortController): () => void {
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    findScan(db, scanId)
      .then((scan) => {
        if (scan === undefined || scan.pausedAt !== null) pause.abort()
      })
      // A database that is busy is asked again.
      .catch(() => undefined)
      .finally(() => (looking = false))
  }, EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
