import { buildWorkIndex } from '../../server/core/match/build-work-index.ts'
import { serializeWorkIndex } from '../../server/core/match/serialize-work-index.ts'
import { makeVariants } from '../../server/threads/make-variants.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { type PackageCache, type PackageFile } from './fetch-package.ts'
import type { LanguageKit } from './kits/kit.ts'
import { strangerFiles, workFiles } from './read-work.ts'

export interface IndexedWorks {
  /** The stored index, in memory that threads share. */
  stored: Uint8Array
  originals: number
  excluded: number
  bytes: number
  /** Mostly public by the baseline and the stop-list: named by nobody, counted by nobody. */
  public: number
  seconds: { variants: number; index: number }
}

/** Reads the works of a set as one, as `work add` reads a work: what is claimed, its variants, its index. */
export async function indexWorks(
  set: EvaluationSet,
  kit: LanguageKit,
  cache: PackageCache,
): Promise<IndexedWorks> {
  const claimed: PackageFile[] = []
  let excluded = 0
  for (const work of set.works) {
    const files = await workFiles(work, cache)
    claimed.push(...files.claimed)
    excluded += files.all.length - files.claimed.length
  }
  const publicCode: PackageFile[] = []
  for (const spec of set.baseline) publicCode.push(...(await strangerFiles({ spec }, kit, cache)))
  const begun = performance.now()
  const originals = await makeVariants(claimed, () => undefined)
  const baseline = await makeVariants(publicCode, () => undefined)
  const read = performance.now()
  const index = buildWorkIndex({ originals, baseline })
  const bytes = serializeWorkIndex(index)
  const seconds = { variants: (read - begun) / 1000, index: (performance.now() - read) / 1000 }
  const stored = new Uint8Array(new SharedArrayBuffer(bytes.length))
  stored.set(bytes)
  return {
    stored,
    originals: index.originals.length,
    excluded,
    bytes: index.claimedBytes,
    public: index.originals.filter((one) => one.public).length,
    seconds,
  }
}
