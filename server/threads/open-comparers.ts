import { couldNotTell, found, type Answer } from '../core/answer.ts'
import { compareFile } from '../core/match/compare-file.ts'
import type { FileMatch } from '../core/match/types.ts'
import type { WorkIndex } from '../core/match/work-index.ts'
import { batchesOf, type NamedBytes } from './batches.ts'
import { copyTogether } from './copy-together.ts'
import { processors } from './processors.ts'
import { startThread } from './start-thread.ts'
import { openThreadPool } from './thread-pool.ts'

/** About what is read in the time that a thread takes to start: less text is compared here. */
const WORTH_THREADS = 2_000_000
/** From 1 to 10 ms of work: no thread waits long for another, and messages cost nothing beside it. */
const SMALLEST_BATCH = 64 * 1024
const LARGEST_BATCH = 512 * 1024
/** What one file may take; the index does not count, which all threads share. */
const LARGEST_HEAP_MB = 256
const LONGEST_MS = 120_000

/** Compares files with one work, in a thread for each processor once there is enough to compare. */
export interface Comparers {
  /** The judgement of each file, in the order given. A file whose comparison did not end is *could not tell*. */
  compare(files: readonly NamedBytes[]): Promise<Answer<FileMatch>[]>
  /** Ends the threads. */
  close(): Promise<void>
}

export type ComparerJob = NamedBytes[]

/** A work's index, and the shared memory that it is a view of. */
export interface SharedIndex {
  index: WorkIndex
  stored: Uint8Array<SharedArrayBuffer>
}

export function openComparers({ index, stored }: SharedIndex, threads = processors()): Comparers {
  const pool = openThreadPool<ComparerJob, FileMatch[]>({
    start: () =>
      startThread('comparer-thread', {
        beside: import.meta.url,
        workerData: stored,
        resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB, maxYoungGenerationSizeMb: 16 },
      }),
    threads,
    limitMs: LONGEST_MS,
  })
  let comparedHere = 0

  async function compareBatch(files: readonly NamedBytes[]): Promise<Answer<FileMatch>[]> {
    const bytes = bytesOf(files)
    if (comparedHere + bytes > WORTH_THREADS) return await judgeEach(files, compareThere)
    comparedHere += bytes
    return await judgeEach(files, (all) => all.map((file) => compareFile(index, file)))
  }

  async function compareThere(files: readonly NamedBytes[]): Promise<FileMatch[]> {
    return await pool.run(() => {
      const { files: job, memory } = copyTogether(files)
      return { job, transfer: [memory] }
    })
  }

  return {
    async compare(files) {
      const share = bytesOf(files) / (2 * threads)
      const batches = [...batchesOf(files, Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, share)))]
      const answers: Answer<FileMatch>[][] = []
      // The largest first: one that began last would be waited for while the other threads have nothing to do.
      const order = [...batches.entries()].sort(([, a], [, b]) => bytesOf(b) - bytesOf(a))
      await Promise.all(order.map(async ([place, batch]) => (answers[place] = await compareBatch(batch))))
      return answers.flat()
    },
    close: () => pool.close(),
  }
}

function bytesOf(files: readonly NamedBytes[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** One file that cannot be compared says so; the others beside it are not to suffer for it. */
async function judgeEach(
  files: readonly NamedBytes[],
  compare: (files: readonly NamedBytes[]) => FileMatch[] | Promise<FileMatch[]>,
): Promise<Answer<FileMatch>[]> {
  try {
    return (await compare(files)).map(found)
  } catch (error) {
    if (files.length === 1)
      return [
        couldNotTell(`could not be compared: ${error instanceof Error ? error.message : String(error)}`),
      ]
  }
  const one: Answer<FileMatch>[] = []
  for (const file of files) one.push(...(await judgeEach([file], compare)))
  return one
}
