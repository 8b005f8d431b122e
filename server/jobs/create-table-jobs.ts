import type { Database } from '../../db/database.ts'
import {
  changeTakenJob,
  deleteTakenJob,
  ensureJob,
  nextRunAt,
  putJob,
  takeJob,
  type JobRow,
} from '../../db/queries/jobs.ts'
import { failureCode } from './failure-code.ts'
import type { Jobs, TellFailure, Work, Works } from './jobs.ts'

export interface TableJobsOptions {
  db: Database
  /** Who takes jobs: another name in each process. */
  name: string
  clock: () => Date
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  tellFailure: TellFailure
}

/** How long a killed process keeps its job from the others. A running one renews its lease in time. */
const LEASE = 10 * 60_000
const RENEWAL = LEASE / 3
/** Another process may put a job at any time, and somebody may wait for it. */
const LONGEST_NAP = 1_000
const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 60 * 60_000
/** Long searches of several works must not keep a recheck waiting. */
const AT_ONCE = 4

/** Jobs in a table of the database: for SQLite, where every process that works is on this machine. */
export function createTableJobs({ db, name, clock, sleep, tellFailure }: TableJobsOptions): Jobs {
  const later = (milliseconds: number) => new Date(clock().getTime() + milliseconds)

  let takes = 0

  /** Each time under another name: a job that is put again while it runs belongs to whoever takes it then. */
  async function take(): Promise<(JobRow & { by: string }) | undefined> {
    const by = `${name} ${(takes += 1)}`
    const job = await takeJob(db, { by, now: clock(), until: later(LEASE) })
    return job === undefined ? undefined : { ...job, by }
  }

  async function doJob(
    job: JobRow & { by: string },
    work: Work | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const taken = { id: job.id, by: job.by }
    const freed = { leasedBy: null, leasedUntil: null }
    if (work === undefined) {
      await changeTakenJob(db, taken, { ...freed, runAt: later(FIRST_PAUSE) })
      return
    }
    const renewal = setInterval(() => {
      void changeTakenJob(db, taken, { leasedUntil: later(LEASE) }).catch(() => undefined)
    }, RENEWAL)
    try {
      const again = await work(job.payload, signal)
      if (again === null) await deleteTakenJob(db, taken)
      else await changeTakenJob(db, taken, { ...freed, runAt: again, failures: 0, lastError: null })
    } catch (error) {
      const failures = job.failures + 1
      const again = later(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)))
      const code = failureCode(error)
      await changeTakenJob(db, taken, { ...freed, runAt: again, failures, lastError: code })
      tellFailure({ kind: job.kind, code, again })
    } finally {
      clearInterval(renewal)
    }
  }

  async function runDue(works: Works, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const job = await take()
      if (job === undefined) return
      await doJob(job, works[job.kind], signal)
    }
  }

  async function runLane(works: Works, signal: AbortSignal): Promise<void> {
    for (;;) {
      const wait = await runDue(works, signal).then(untilNext, forgetFault)
      if (signal.aborted) return
      await sleep(Math.min(LONGEST_NAP, Math.max(50, wait)), signal)
    }
  }

  async function untilNext(): Promise<number> {
    const next = await nextRunAt(db)
    return next === null ? LONGEST_NAP : next.getTime() - clock().getTime()
  }

  /** A database that is busy or full for a while must not end the process. */
  function forgetFault(error: unknown): number {
    tellFailure({ kind: 'jobs', code: failureCode(error), again: later(LONGEST_NAP) })
    return LONGEST_NAP
  }

  return {
    put: (job) => putJob(db, job, clock()),
    ensure: (job) => ensureJob(db, job, clock()),
    runDue,
    run: async (works, signal) => {
      await Promise.all(Array.from({ length: AT_ONCE }, () => runLane(works, signal)))
    },
    close: () => Promise.resolve(),
  }
}
