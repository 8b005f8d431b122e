import type { ContentStore } from '../../db/content/open-content-store.ts'
import type { Transaction } from '../../db/database.ts'
import { removeWorkIndex, replaceWorkIndex, type WorkIndexRow } from '../../db/queries/work-indexes.ts'
import { startWorkIndex } from '../core/match/build-work-index.ts'
import { serializeWorkIndex } from '../core/match/serialize-work-index.ts'
import { planProbes } from '../core/probe/plan-probes.ts'
import type { RewrittenFile } from '../threads/make-variants.ts'
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

/** An original, or a file of the baseline, that is not known in all the forms that compilers give it. */
export interface NotRewritten {
  path: string
  reason: string
}

/**
 * Builds the index of a work's claimed originals, as they are and as compilers rewrite them, plans its probes, and
 * keeps both encrypted.
 */
export async function makeWorkIndex(
  content: ContentStore,
  files: IndexedFiles,
  progress: Progress,
): Promise<{ index: MadeIndex; notRewritten: NotRewritten[] }> {
  // Loaded here: only building needs it.
  const { makeVariants } = await import('../threads/make-variants.ts')
  // In this order: the threads have their first files then, and load their compilers while the probes are planned.
  const rewritten = makeVariants([...files.baseline, ...files.claimed])
  const stored = storeIndex(content, files, rewritten, progress)
  const planned = storeProbes(content, files, progress)
  const [{ index, notRewritten }, probesContentId] = await Promise.all([stored, planned])
  return { index: { ...index, probesContentId }, notRewritten }
}

async function storeProbes(
  content: ContentStore,
  { claimed }: IndexedFiles,
  progress: Progress,
): Promise<string> {
  progress({ step: 'planning probes' })
  const probes = planProbes(claimed, { limit: plannedProbes })
  return await content.put(Buffer.from(JSON.stringify(probes)))
}

async function storeIndex(
  content: ContentStore,
  files: IndexedFiles,
  rewritten: AsyncIterable<RewrittenFile>,
  progress: Progress,
): Promise<{ index: { indexId: string; contentId: string }; notRewritten: NotRewritten[] }> {
  const { indexId, bytes, notRewritten } = await serializedIndex(files, rewritten, progress)
  progress({ step: 'encrypting the index' })
  return { index: { indexId, contentId: await content.put(bytes) }, notRewritten }
}

async function serializedIndex(
  { claimed, baseline, owners, keeps }: IndexedFiles,
  rewritten: AsyncIterable<RewrittenFile>,
  progress: Progress,
): Promise<{ indexId: string; bytes: Uint8Array; notRewritten: NotRewritten[] }> {
  const indexing = startWorkIndex({ owners, keeps })
  const notRewritten: NotRewritten[] = []
  const total = baseline.length + claimed.length
  let done = 0
  for await (const file of rewritten) {
    if (done++ < baseline.length) indexing.addBaseline(file)
    else indexing.addOriginal(file)
    if (file.missing !== undefined) notRewritten.push({ path: file.path, reason: file.missing })
    progress({ step: 'rewriting originals as compilers do', done, total })
  }
  progress({ step: 'building the index' })
  const index = indexing.finish()
  return { indexId: index.indexId, bytes: serializeWorkIndex(index), notRewritten }
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
