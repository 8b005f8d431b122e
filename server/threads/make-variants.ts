import type { SourceFile, SourceVariant } from '../core/match/source-file.ts'
import { hasVariants, originalVariants } from '../sources/original-variants.ts'
import { batchesOf, type NamedBytes } from './batches.ts'
import { processors } from './processors.ts'
import { startThread } from './start-thread.ts'
import { openThreadPool, ThreadLost, type ThreadPool } from './thread-pool.ts'

/** A thread takes half a second of a processor to load its compilers, about as long as they take for so much text. */
const WORTH_THREADS = 500_000
/** Small enough that no thread waits long for the last one, large enough that messages cost nothing. */
const BATCH = 128 * 1024
/** A file whose rewriting takes more is read as it is. */
const LARGEST_HEAP_MB = 512
const LONGEST_MS = 60_000

export type VariantsJob = NamedBytes[]
export type VariantsOfEach = SourceVariant[][]

/** Files with what compilers and minifiers make of them, in their order; much text in a thread for each processor. */
export async function makeVariants(
  files: readonly NamedBytes[],
  onDone: (files: number) => void,
): Promise<SourceFile[]> {
  const bytes = files.reduce((sum, file) => sum + (hasVariants(file) ? file.bytes.length : 0), 0)
  if (bytes < WORTH_THREADS) return await rewriteHere(files, onDone)
  const pool = openThreadPool<VariantsJob, VariantsOfEach>({
    start: startRewriter,
    threads: processors(),
    limitMs: LONGEST_MS,
  })
  try {
    let done = 0
    const rewritten = await Promise.all(
      [...batchesOf(files, BATCH)].map(async (batch) => {
        const variants = await rewrite(pool, batch)
        onDone((done += batch.length))
        return batch.map(({ path, bytes }, i) => ({ path, bytes, variants: variants[i]! }))
      }),
    )
    return rewritten.flat()
  } finally {
    await pool.close()
  }
}

async function rewriteHere(
  files: readonly NamedBytes[],
  onDone: (files: number) => void,
): Promise<SourceFile[]> {
  const all: SourceFile[] = []
  for (const { path, bytes } of files) {
    all.push({ path, bytes, variants: await originalVariants({ path, bytes }) })
    onDone(all.length)
  }
  return all
}

async function rewrite(
  pool: ThreadPool<VariantsJob, VariantsOfEach>,
  files: [NamedBytes, ...NamedBytes[]],
): Promise<VariantsOfEach> {
  const wanted = files.map((file) =>
    hasVariants(file) ? file : { path: file.path, bytes: new Uint8Array() },
  )
  try {
    // A view would take the whole buffer behind it along.
    return await pool.run(wanted.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) })))
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error
  }
  if (files.length === 1) return [[]]
  const one: VariantsOfEach = []
  for (const file of files) one.push(...(await rewrite(pool, [file])))
  return one
}

function startRewriter() {
  const resourceLimits = { maxOldGenerationSizeMb: LARGEST_HEAP_MB, maxYoungGenerationSizeMb: 64 }
  return startThread('variants-thread', { beside: import.meta.url, workerData: null, resourceLimits })
}
