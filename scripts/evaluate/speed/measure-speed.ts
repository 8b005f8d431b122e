import { startThread } from '../../../server/threads/start-thread.ts'
import { openThreadPool, type ThreadPool } from '../../../server/threads/thread-pool.ts'
import { median } from '../../bench/measure.ts'
import type { PackageCache } from '../fetch-package.ts'
import type { Pass, SpeedData } from './speed-thread.ts'

export interface Speed {
  /** MB/s of one thread alone. */
  hashing: number
  comparing: number
  /** How much two threads do beside what one does in the same time. */
  twoThreads: number
}

const ROUNDS = 3
const LONGEST_MS = 300_000
const BYTES_EACH = 25_000_000

/** Speed over other people's source, beside a plain sha1 of the same files: each thread alone, then both. */
export async function measureSpeed(stored: Uint8Array, set: string, cache: PackageCache): Promise<Speed> {
  const shares = [0, 1].map((first) => {
    const workerData: SpeedData = { stored, set, cache, first, of: 2, bytes: BYTES_EACH }
    return openThreadPool<null, Pass>({
      start: () => startThread('speed-thread', { beside: import.meta.url, workerData, resourceLimits: {} }),
      threads: 1,
      limitMs: LONGEST_MS,
    })
  })
  const pass = (share: ThreadPool<null, Pass>) => share.run(() => ({ job: null, transfer: [] }))
  try {
    for (const share of shares) await pass(share)
    const alone: Pass[] = []
    const gains: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const single = [await pass(shares[0]!), await pass(shares[1]!)]
      const both = await Promise.all(shares.map(pass))
      alone.push(...single)
      gains.push(sum(single, 'comparing') / Math.max(...both.map(({ comparing }) => comparing)))
    }
    return {
      hashing: median(alone.map(({ bytes, hashing }) => bytes / 1000 / hashing)),
      comparing: median(alone.map(({ bytes, comparing }) => bytes / 1000 / comparing)),
      twoThreads: median(gains),
    }
  } finally {
    await Promise.all(shares.map((share) => share.close()))
  }
}

function sum(passes: readonly Pass[], key: keyof Pass): number {
  return passes.reduce((total, pass) => total + pass[key], 0)
}
