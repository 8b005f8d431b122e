import { createHash } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { compareFile } from '../../../server/core/match/compare-file.ts'
import { loadWorkIndex } from '../../../server/core/match/serialize-work-index.ts'
import { answerJobs } from '../../../server/threads/answer-jobs.ts'
import type { EvaluationSet } from '../evaluation-set.ts'
import type { PackageCache, PackageFile } from '../fetch-package.ts'
import { kitOf } from '../kits/kit.ts'
import { strangerFiles } from '../read-work.ts'
import { setNamed } from '../sets/sets.ts'

export interface SpeedData {
  stored: Uint8Array
  set: string
  cache: PackageCache
  /** This thread's share of the strangers: each `of`-th package from here on, up to so many bytes. */
  first: number
  of: number
  bytes: number
}

/** Milliseconds for all of this thread's files: a plain sha1 of each, and comparing each with the work. */
export interface Pass {
  bytes: number
  hashing: number
  comparing: number
}

/** Larger files are mostly bundles, which no one writes; speed is quoted for source. */
const LARGEST = 200_000

const data = workerData as SpeedData
const index = loadWorkIndex(data.stored)
const files = await shareOf(setNamed(data.set))
answerJobs(pass)

async function shareOf(set: EvaluationSet): Promise<PackageFile[]> {
  const kit = await kitOf(set.language, data.cache.folder)
  const share: PackageFile[] = []
  let bytes = 0
  for (const [at, stranger] of set.unrelated.entries()) {
    if (at % data.of !== data.first) continue
    for (const { path, bytes: content } of await strangerFiles(stranger, kit, data.cache)) {
      if (content.length > LARGEST) continue
      // A copy of its own: the package that a file was read from would stay in memory with it.
      share.push({ path, bytes: Buffer.from(content) })
      bytes += content.length
    }
    if (bytes >= data.bytes) break
  }
  return share
}

function pass(): Pass {
  const begun = performance.now()
  for (const { bytes } of files) createHash('sha1').update(bytes).digest()
  const hashed = performance.now()
  for (const file of files) compareFile(index, file)
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    hashing: hashed - begun,
    comparing: performance.now() - hashed,
  }
}
