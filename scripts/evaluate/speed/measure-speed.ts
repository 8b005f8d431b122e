import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { median } from '../../bench/measure.ts'
import type { PackageCache } from '../fetch-package.ts'
import type { Pass, SpeedData } from './speed-worker.ts'

export interface Speed {
  /** MB/s of one thread alone. */
  hashing: number
  comparing: number
  /** How much two threads do beside what one does in the same time. */
  twoThreads: number
}

const ROUNDS = 3
const BYTES_EACH = 25_000_000

/** Speed over other people's source, beside a plain sha1 of the same files: each thread alone, then both. */
export async function measureSpeed(stored: Uint8Array, set: string, cache: PackageCache): Promise<Speed> {
  const workers = await Promise.all(
    [0, 1].map(async (first) => {
      const data: SpeedData = { stored, set, cache, first, of: 2, bytes: BYTES_EACH }
      const worker = new Worker(new URL(`./speed-worker${extname(import.meta.filename)}`, import.meta.url), {
        workerData: data,
      })
      await once(worker, 'message')
      return worker
    }),
  )
  const pass = async (worker: Worker) => {
    worker.postMessage('go')
    return ((await once(worker, 'message')) as [Pass])[0]
  }
  try {
    for (const worker of workers) await pass(worker)
    const alone: Pass[] = []
    const gains: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const single = [await pass(workers[0]!), await pass(workers[1]!)]
      const both = await Promise.all(workers.map(pass))
      alone.push(...single)
      gains.push(sum(single, 'comparing') / Math.max(...both.map(({ comparing }) => comparing)))
    }
    return {
      hashing: median(alone.map(({ bytes, hashing }) => bytes / 1000 / hashing)),
      comparing: median(alone.map(({ bytes, comparing }) => bytes / 1000 / comparing)),
      twoThreads: median(gains),
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function sum(passes: readonly Pass[], key: keyof Pass): number {
  return passes.reduce((total, pass) => total + pass[key], 0)
}
