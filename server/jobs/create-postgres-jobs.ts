import { Logger, makeWorkerUtils, run, runOnce, type TaskList } from 'graphile-worker'
import { failureCode } from './failure-code.ts'
import type { Job, Jobs, TellFailure, Works } from './jobs.ts'

export interface PostgresJobsOptions {
  /** `postgres://…` */
  url: string
  tellFailure: TellFailure
}

/** Jobs are tried until they succeed; graphile-worker waits longer each time, six hours at most. */
const MOST_ATTEMPTS = 10_000
/** Long searches of several works must not keep a recheck waiting. */
const AT_ONCE = 4
/** Its own messages hold payloads and errors as they come. */
const silent = new Logger(() => () => undefined)

/**
 * Jobs in Postgres, where processes on several machines may work: graphile-worker, in a schema of its own. What a
 * killed process had taken is put again by the next `ensure`, which every start does.
 */
export async function createPostgresJobs({ url, tellFailure }: PostgresJobsOptions): Promise<Jobs> {
  const shared = { connectionString: url, logger: silent, maxPoolSize: AT_ONCE + 2 }
  const utils = await makeWorkerUtils(shared)
  await utils.migrate()

  async function add({ kind, key, payload, runAt }: Job, jobKeyMode: 'replace' | 'preserve_run_at') {
    await utils.addJob(kind, { payload }, { jobKey: key, jobKeyMode, runAt, maxAttempts: MOST_ATTEMPTS })
  }

  function tasksOf(works: Works, signal: AbortSignal): TaskList {
    return Object.fromEntries(
      Object.entries(works).map(([kind, work]) => [
        kind,
        async (wrapped, { job }) => {
          try {
            const { payload } = wrapped as { payload: object }
            const again = await work(payload, signal)
            // Without its key it was put again while it ran, and waits already.
            if (again !== null && job.key !== null)
              await add({ kind, key: job.key, payload, runAt: again }, 'replace')
          } catch (error) {
            const code = failureCode(error)
            tellFailure({ kind, code, again: null })
            // graphile-worker keeps the message of what it is thrown.
            throw new Error(code)
          }
        },
      ]),
    )
  }

  return {
    put: (job) => add(job, 'replace'),
    ensure: (job) => add(job, 'preserve_run_at'),
    runDue: (works, signal) =>
      runOnce({ ...shared, noHandleSignals: true, taskList: tasksOf(works, signal) }),
    run: async (works, signal) => {
      if (signal.aborted) return
      const runner = await run({
        ...shared,
        concurrency: AT_ONCE,
        noHandleSignals: true,
        taskList: tasksOf(works, signal),
      })
      const stop = () => {
        runner.stop().catch(() => undefined)
      }
      signal.addEventListener('abort', stop, { once: true })
      // It may have been told while the runner started.
      if (isAborted(signal)) stop()
      await runner.promise
      signal.removeEventListener('abort', stop)
    },
    close: async () => {
      await utils.release()
    },
  }
}

function isAborted({ aborted }: AbortSignal): boolean {
  return aborted
}
