import { batchesOf, type NamedBytes } from '../../server/threads/batches.ts'
import { copyTogether } from '../../server/threads/copy-together.ts'
import { startThread } from '../../server/threads/start-thread.ts'
import { openThreadPool } from '../../server/threads/thread-pool.ts'

export interface HashJob {
  files: NamedBytes[]
  times: number
}

const LONGEST_MS = 120_000
const BATCH = 512 * 1024

/** A plain sha1 in threads, handed out as comparing is: what these processors gain by a second thread. */
export function openHashers(threads: number) {
  const pool = openThreadPool<HashJob, string[]>({
    start: () =>
      startThread('hash-thread', { beside: import.meta.url, workerData: null, resourceLimits: {} }),
    threads,
    limitMs: LONGEST_MS,
  })
  return {
    /** @param times how often each file is hashed, so that a job takes about as long as comparing does */
    async hash(files: readonly NamedBytes[], times: number): Promise<void> {
      const run = (batch: readonly NamedBytes[]) =>
        pool.run(() => {
          const { files, memory } = copyTogether(batch)
          return { job: { files, times }, transfer: [memory] }
        })
      await Promise.all([...batchesOf(files, BATCH)].map(run))
    },
    close: () => pool.close(),
  }
}
