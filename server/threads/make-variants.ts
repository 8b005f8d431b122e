import type { SourceFile, SourceVariant } from '../core/match/source-file.ts'
import { hasVariants } from '../sources/variants/rewritable.ts'
import { WarmCode } from '../sources/variants/warm-code.ts'
import { batchesOf, type NamedBytes } from './batches.ts'
import { copyTogether } from './copy-together.ts'
import { processors } from './processors.ts'
import { startThread } from './start-thread.ts'
import { openThreadPool, type Parcel, type ThreadPool } from './thread-pool.ts'

/** A thread takes half a second of a processor to load its compilers, about as long as they take for so much text. */
const WORTH_THREADS = 500_000
/** Small enough to be in memory twice as programs, large enough that messages and programs cost little. */
const BATCH = 64 * 1024
/** Enough to keep the threads busy while what they made is read; more would only fill memory. */
const BATCHES_AHEAD = 8
/** What a dense file of 1 MiB takes, the largest that is rewritten. The higher, the more garbage V8 lets lie. */
const LARGEST_HEAP_MB = 1024
const LONGEST_MS = 60_000
/** Beside a thread work its esbuild, V8's own compiler and whoever reads what it makes. */
const PROCESSORS_OF_EACH = 2

export interface VariantsJob {
  files: NamedBytes[]
  /** `stripped`: only what needs no compiler in the thread. */
  forms: 'all' | 'stripped'
}
export type VariantsOfEach = SourceVariant[][]

/** A file with what compilers and minifiers make of it. */
export interface RewrittenFile extends SourceFile {
  variants: SourceVariant[]
  /** Why it has not all of its variants, where a tool ended over it: copies made with that tool may be missed. */
  missing?: string
}

/**
 * The files with their variants, in their order; much text in a thread for every two processors, a few batches
 * ahead of whoever takes them, so that what is held does not grow with their number.
 */
export async function* makeVariants(files: readonly NamedBytes[]): AsyncGenerator<RewrittenFile> {
  const bytes = files.reduce((sum, file) => sum + (hasVariants(file) ? file.bytes.length : 0), 0)
  yield* bytes < WORTH_THREADS ? rewriteHere(files) : rewriteInThreads(files)
}

async function* rewriteHere(files: readonly NamedBytes[]): AsyncGenerator<RewrittenFile> {
  // Loaded here: the compilers are large, and only threads need them otherwise.
  const { originalVariants } = await import('../sources/original-variants.ts')
  const warm = new WarmCode()
  for (const batch of batchesOf(files, BATCH)) {
    const variants = await originalVariants(batch, warm)
    for (const [i, { path, bytes }] of batch.entries()) yield { path, bytes, variants: variants[i]! }
  }
}

async function* rewriteInThreads(files: readonly NamedBytes[]): AsyncGenerator<RewrittenFile> {
  const threads = Math.ceil(processors() / PROCESSORS_OF_EACH)
  const pool = openThreadPool<VariantsJob, VariantsOfEach>({
    start: startRewriter,
    threads,
    limitMs: LONGEST_MS,
  })
  try {
    const ahead: Promise<RewrittenFile[]>[] = []
    for (const batch of batchesOf(files, BATCH)) {
      ahead.push(rewrite(pool, batch))
      if (ahead.length > BATCHES_AHEAD * threads) yield* await ahead.shift()!
    }
    for (const batch of ahead) yield* await batch
  } finally {
    await pool.close()
  }
}

type Rewriters = Pick<ThreadPool<VariantsJob, VariantsOfEach>, 'run'>

/** No file suffers for one beside it that a tool ends over: each is tried again by itself. Never rejects. */
export async function rewrite(pool: Rewriters, files: readonly NamedBytes[]): Promise<RewrittenFile[]> {
  try {
    const variants = await pool.run(() => parcelOf(files, 'all'))
    return files.map(({ path, bytes }, i) => ({ path, bytes, variants: variants[i]! }))
  } catch {
    const one: RewrittenFile[] = []
    for (const file of files) one.push(await rewriteAlone(pool, file))
    return one
  }
}

async function rewriteAlone(pool: Rewriters, { path, bytes }: NamedBytes): Promise<RewrittenFile> {
  let missing = ''
  for (const forms of ['all', 'stripped'] as const) {
    try {
      const [variants = []] = await pool.run(() => parcelOf([{ path, bytes }], forms))
      return forms === 'all' ? { path, bytes, variants } : { path, bytes, variants, missing }
    } catch (error) {
      missing = `could not be rewritten as compilers do: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return { path, bytes, variants: [], missing }
}

function parcelOf(files: readonly NamedBytes[], forms: VariantsJob['forms']): Parcel<VariantsJob> {
  const needed = files.map((file) => (hasVariants(file) ? file : { path: file.path, bytes: NOTHING }))
  const { files: copies, memory } = copyTogether(needed)
  return { job: { files: copies, forms }, transfer: [memory] }
}

const NOTHING = new Uint8Array()

/**
 * What esbuild, a program in Go that the thread starts, gets to see: none of our tokens. It collects garbage at five
 * times what is in use instead of twice, and in one thread, which takes two thirds of the time.
 */
const ESBUILD_ENVIRONMENT = { GOGC: '400', GOMAXPROCS: '1' }

function startRewriter() {
  return startThread('variants-thread', {
    beside: import.meta.url,
    workerData: null,
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB, maxYoungGenerationSizeMb: 64 },
    env: ESBUILD_ENVIRONMENT,
  })
}
