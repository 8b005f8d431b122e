import { parentPort } from 'node:worker_threads'
import type { Reply } from './thread-pool.ts'

/**
 * The other side of a thread pool: does one job after another, until the thread is ended.
 * @param work takes what the pool's `Job` is, and gives its `Result` or the promise of it
 */
export function answerJobs(work: (job: never) => unknown): void {
  const port = parentPort
  if (port === null) throw new Error('this module is the body of a thread')
  port.on('message', (job: unknown) => {
    void answer(job).then((reply) => {
      port.postMessage(reply)
    })
  })

  async function answer(job: unknown): Promise<Reply<unknown>> {
    try {
      return { result: await work(job as never) }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) }
    }
  }
}
