import { hostname } from 'node:os'
import type { App } from './compose.ts'
import { openJobs } from './jobs/open-jobs.ts'
import type { Jobs, TellFailure, Works } from './jobs/jobs.ts'
import { listRecurring } from './recurring.ts'
import { askedRecheck, type AskedRecheck } from './tasks/recheck/ask-for-recheck.ts'
import { askedScan } from './tasks/scan/put-scan.ts'

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
  const recurringWorks: Works = Object.fromEntries(
    recurring.map(({ kind, every, work }) => [
      kind,
      async (_, signal) => {
        const done = await work(signal)
        if (done !== null) tellDone({ kind, ...done })
        return new Date(app.clock().getTime() + every)
      },
    ]),
  )
  const works: Works = {
    ...recurringWorks,
    [askedRecheck]: async (payload, signal) => {
      const { takeAskedRecheck } = await import('./tasks/recheck/take-asked-recheck.ts')
      return await takeAskedRecheck({ ...app, actor }, payload as AskedRecheck, signal)
    },
    [askedScan]: async (payload, signal) => {
      const { takeAskedScan } = await import('./tasks/scan/take-asked-scan.ts')
      return await takeAskedScan({ ...app, actor, signal }, (payload as { scan: number }).scan)
    },
  }
  await ensureAll(jobs, Object.keys(recurringWorks), app.clock())
  await goOnWithScans(app, jobs)
  return {
    run: (signal) => jobs.run(works, signal),
    runDue: (signal) => jobs.runDue(works, signal),
    close: () => jobs.close(),
  }
}

/** What a killed process had taken is taken up again by the next start. */
async function goOnWithScans(app: App, jobs: Jobs): Promise<void> {
  const { putAskedScans } = await import('./tasks/scan/take-asked-scan.ts')
  await putAskedScans({ ...app, jobs })
}

async function ensureAll(jobs: Jobs, kinds: readonly string[], runAt: Date): Promise<void> {
  for (const kind of kinds) await jobs.ensure({ kind, key: kind, payload: {}, runAt })
}
