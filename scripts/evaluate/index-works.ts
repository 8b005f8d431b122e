import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gitBlobId } from '../../server/core/fingerprint/git-blob-id.ts'
import { buildWorkIndex } from '../../server/core/match/build-work-index.ts'
import { serializeWorkIndex } from '../../server/core/match/serialize-work-index.ts'
import type { SourceFile } from '../../server/core/match/source-file.ts'
import { makeVariants } from '../../server/threads/make-variants.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { type PackageCache, type PackageFile } from './fetch-package.ts'
import type { LanguageKit } from './kits/kit.ts'
import { MadeOnce } from './made-once.ts'
import { strangerFiles, workFiles } from './read-work.ts'

export interface IndexedWorks {
  /** The stored index, in memory that threads share. */
  stored: Uint8Array
  originals: number
  excluded: number
  bytes: number
  /** Mostly public by the baseline and the stop-list: named by nobody, counted by nobody. */
  public: number
  /** Variants take next to nothing when they were made before. */
  seconds: { variants: number; index: number }
}

/** What rewrites originals: when it changes, they are rewritten anew. */
async function nameOfVariants(): Promise<string> {
  const hash = createHash('sha256')
  for (const part of ['stripped-forms', 'compiled-forms', 'mapped-text', 'rewritable']) {
    const file = `../../server/sources/variants/${part}${extname(import.meta.filename)}`
    hash.update(await readFile(fileURLToPath(new URL(file, import.meta.url))))
  }
  return hash.digest('hex')
}

function nameOfFile({ path, bytes }: PackageFile): string {
  return `${path} ${gitBlobId(bytes)}`
}

/** Reads the works of a set as one, as `work add` reads a work: what is claimed, its variants, its index. */
export async function indexWorks(
  set: EvaluationSet,
  kit: LanguageKit,
  cache: PackageCache,
): Promise<IndexedWorks> {
  const begun = performance.now()
  const made = await MadeOnce.in(cache.folder)
  const variantsOf = async (files: readonly PackageFile[]) =>
    await made.all([await nameOfVariants(), files.map(nameOfFile)], () => makeVariants(files))
  const originals: SourceFile[] = []
  let excluded = 0
  for (const work of set.works) {
    const { all, claimed } = await workFiles(work, cache)
    originals.push(...(await variantsOf(claimed)))
    excluded += all.length - claimed.length
  }
  const baseline: SourceFile[] = []
  for (const spec of set.baseline)
    baseline.push(...(await variantsOf(await strangerFiles({ spec }, kit, cache))))
  const read = performance.now()
  const owners = set.works.flatMap((work) => work.owners)
  const index = buildWorkIndex({ originals, baseline, owners })
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
