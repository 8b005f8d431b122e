import { hostname } from 'node:os'
import type { App } from './compose.ts'
import { openJobs } from './jobs/open-jobs.ts'
import type { Jobs, TellFailure, Works } from './jobs/jobs.ts'
import { listRecurring } from './recurring.ts'

export interface Worker {
  /** Resolves when it has been told to stop and what was begun is finished. */
  run(signal: AbortSignal): Promise<void>
  /** Does what is due now. */
  runDue(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface WorkerOptions {
  tellDone: (done: { kind: string; [fact: string]: unknown }) => void
  tellFailure: TellFailure
}

/** What is done without anybody asking: it looks, reads and tells; it never sends a notice. */
export async function openWorker(app: App, { tellDone, tellFailure }: WorkerOptions): Promise<Worker> {
  const name = `${hostname()} ${process.pid}`
  const actor = 'clawback (worker)'
  const jobs = await openJobs(app, { name, tellFailure })
  const recurring = listRecurring({ ...app, actor })
  const works: Works = Object.fromEntries(
    recurring.map(({ kind, every, work }) => [
      kind,
      async (_, signal) => {
        const done = await work(signal)
        if (done !== null) tellDone({ kind, ...done })
        return new Date(app.clock().getTime() + every)
      },
    ]),
  )
  await ensureAll(jobs, Object.keys(works), app.clock())
  return {
    run: (signal) => jobs.run(works, signal),
    runDue: (signal) => jobs.runDue(works, signal),
    close: () => jobs.close(),
  }
}

async function ensureAll(jobs: Jobs, kinds: readonly string[], runAt: Date): Promise<void> {
  for (const kind of kinds) await jobs.ensure({ kind, key: kind, payload: {}, runAt })
}
