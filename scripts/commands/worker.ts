import type { Command } from 'commander'
import type { App } from '../../server/compose.ts'
import { command } from '../command.ts'
import { reportError } from '../run-command.ts'
import { untilStopped } from '../until-stopped.ts'

interface WorkerOptions {
  once?: boolean
  json?: boolean
}

export function workerCommand(): Command {
  return command(
    'worker',
    'Rechecks on schedule, reads mail and tells what happened, until it is stopped. It never sends a notice. "serve" does the same beside its pages.',
    'clawback worker\nclawback worker --once',
  )
    .option('--once', 'do what is due now, then end')
    .action(work)
}

/** Stays up until it is told to stop, then finishes what was begun and closes the database. */
async function work(options: WorkerOptions): Promise<void> {
  let app: App | undefined
  try {
    const { compose } = await import('../../server/compose.ts')
    const { openWorker } = await import('../../server/worker.ts')
    const { createLogger } = await import('../../server/logger.ts')
    app = await compose()
    const logger = createLogger('info')
    const done: object[] = []
    const failed: { kind: string; code: string }[] = []
    const worker = await openWorker(app, {
      tellDone: (one) => {
        done.push(one)
        logger.info(one, 'done')
      },
      tellFailure: ({ kind, code, again }) => {
        failed.push({ kind, code })
        logger.warn({ kind, code, again }, 'failed, and will be tried again')
      },
    })
    const stop = new AbortController()
    try {
      if (options.once === true) await worker.runDue(stop.signal)
      else {
        void untilStopped().then(() => stop.abort())
        await worker.run(stop.signal)
      }
    } finally {
      await worker.close()
    }
    if (options.json === true) process.stdout.write(`${JSON.stringify({ done, failed }, null, 2)}\n`)
    process.exitCode = options.once === true && failed.length > 0 ? 3 : 0
  } catch (error) {
    process.exitCode = await reportError(error, options.json === true)
  } finally {
    await app?.close()
  }
}
