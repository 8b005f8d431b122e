import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Transaction } from '../../db/database.ts'
import { removeWorkIndex, replaceWorkIndex, type WorkIndexRow } from '../../db/queries/work-indexes.ts'
import { buildWorkIndex } from '../core/match/build-work-index.ts'
import { serializeWorkIndex } from '../core/match/serialize-work-index.ts'
import { planProbes } from '../core/probe/plan-probes.ts'
import type { Progress } from './progress.ts'

/** A plan holds so many probes; each shorter plan is its beginning. */
export const plannedProbes = 200

/**
 * Rewriting an original as compilers do takes about a hundred times as long as reading it. A work up to this size
 * is ready for comparing within half a minute of being added; a larger one is made ready before its first comparison.
 */
const LARGEST_AT_ONCE = 24_000_000

export interface PathAndBytes {
  path: string
  bytes: Uint8Array
}

export interface IndexedFiles {
  claimed: readonly PathAndBytes[]
  baseline: readonly PathAndBytes[]
  /** What an original says that it took from these is no borrowed code. */
  owners: readonly string[]
  /** `digests` where only fingerprints are kept: the index then holds none of the originals' text. */
  keeps: 'texts' | 'digests'
}

export type MadeIndex = Omit<WorkIndexRow, 'workId' | 'builtAt'>

/** Whether the index is better made before the first comparison. What is not kept can only be read now. */
export function isForLater({ claimed, baseline, keeps }: IndexedFiles): boolean {
  const bytes = [...claimed, ...baseline].reduce((sum, file) => sum + file.bytes.length, 0)
  return keeps === 'texts' && bytes > LARGEST_AT_ONCE
}

/**
 * Builds the index of a work's claimed originals, as they are and as compilers rewrite them, plans its probes, and
 * keeps both encrypted.
 */
export async function makeWorkIndex(
  content: ContentStore,
  files: IndexedFiles,
  progress: Progress,
): Promise<MadeIndex> {
  const index = await storeIndex(content, files, progress)
  progress({ step: 'planning probes' })
  const probes = planProbes(files.claimed, { limit: plannedProbes })
  return { ...index, probesContentId: await content.put(Buffer.from(JSON.stringify(probes))) }
}

/** The index of a large work takes more memory than the work: it is gone before anything else is made. */
async function storeIndex(
  content: ContentStore,
  { claimed, baseline, owners, keeps }: IndexedFiles,
  progress: Progress,
): Promise<{ indexId: string; contentId: string }> {
  const { indexId, bytes } = await serializedIndex()
  return { indexId, contentId: await content.put(bytes) }

  async function serializedIndex() {
    // Loaded here: the compilers are large, and only building needs them.
    const { makeVariants } = await import('../threads/make-variants.ts')
    const total = claimed.length + baseline.length
    const read = await makeVariants([...claimed, ...baseline], (done) =>
      progress({ step: 'rewriting originals as compilers do', done, total }),
    )
    progress({ step: 'building the index' })
    const index = buildWorkIndex({
      originals: read.slice(0, claimed.length),
      baseline: read.slice(claimed.length),
      owners,
      keeps,
    })
    return { indexId: index.indexId, bytes: serializeWorkIndex(index) }
  }
}

/** Enters the index that the work is compared with from now on; `null` where it is to be made first. */
export async function enterWorkIndex(
  tx: Transaction,
  workId: number,
  index: MadeIndex | null,
  builtAt: Date,
): Promise<void> {
  if (index === null) await removeWorkIndex(tx, workId)
  else await replaceWorkIndex(tx, { workId, ...index, builtAt })
}
