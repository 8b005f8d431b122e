import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openContentStore } from '../../db/content/open-content-store.ts'
import { startWorkIndex } from '../../server/core/match/build-work-index.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../server/core/match/serialize-work-index.ts'
import { packageRoot } from '../../server/package-root.ts'
import { readPaths } from '../../server/sources/read-paths.ts'
import { defaultSourceLimits } from '../../server/sources/source-limits.ts'
import type { NamedBytes } from '../../server/threads/batches.ts'
import { makeVariants } from '../../server/threads/make-variants.ts'
import { openComparers, type SharedIndex } from '../../server/threads/open-comparers.ts'
import { median } from './measure.ts'
import { writeProgramText } from './program-text.ts'

const CANDIDATE_BYTES = 30_000_000
const ROUNDS = 5

/**
 * Comparing source code, the packages that this checkout installed, with a work of 2,600 files, in one thread and in
 * two, in turn with a plain sha1 of the same files; the index, and how long the stored one takes to load.
 */
export async function measureComparing(): Promise<string> {
  const { shared, loading } = await storedIndex()
  const files = await candidates()
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  const [one, two] = [openComparers(shared, 1), openComparers(shared, 2)]
  try {
    const times = { sha1: [] as number[], one: [] as number[], two: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++) {
      const sha1 = await seconds(() => files.map(({ bytes }) => createHash('sha1').update(bytes).digest()))
      const inOne = await seconds(() => one.compare(files))
      const inTwo = await seconds(() => two.compare(files))
      // The first round starts the threads, and their compiler has not seen the code yet.
      if (round === 0) continue
      times.sha1.push(sha1)
      times.one.push(inOne)
      times.two.push(inTwo)
    }
    const speed = (list: readonly number[]) => `${(megabytes / median(list)).toFixed(0)} MB/s`
    const ratio = median(times.sha1.map((sha1, i) => sha1 / times.one[i]!))
    const gain = median(times.one.map((inOne, i) => inOne / times.two[i]!))
    return [
      `comparing: ${files.length} files, ${megabytes.toFixed(0)} MB: ${speed(times.one)} in one thread, ${speed(times.two)} in two (${gain.toFixed(2)} times); plain sha1 ${speed(times.sha1)}, ratio ${ratio.toFixed(3)} (median of ${ROUNDS})`,
      `comparing: index ${(shared.stored.length / 1e6).toFixed(1)} MB, stored one loads in ${(loading * 1000).toFixed(0)} ms; process ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB with the ${megabytes.toFixed(0)} MB of candidates in it`,
    ].join('\n')
  } finally {
    await Promise.all([one.close(), two.close()])
  }
}

/** As `work add` makes it, and as `compare` loads it. */
async function storedIndex(): Promise<{ shared: SharedIndex; loading: number }> {
  const originals = Array.from({ length: 2600 }, (_, i) => ({
    path: `src/module-${i}.ts`,
    bytes: Buffer.from(writeProgramText(i, 5000)),
  }))
  const indexing = startWorkIndex({})
  for await (const file of makeVariants(originals)) indexing.addOriginal(file)
  const built = serializeWorkIndex(indexing.finish())
  const folder = await mkdtemp(join(tmpdir(), 'clawback-bench-'))
  try {
    const content = await openContentStore({ folder, randomBytes })
    const id = await content.put(built)
    const loads: number[] = []
    let shared: SharedIndex | undefined
    for (let i = 0; i < ROUNDS; i++) {
      loads.push(
        await seconds(async () => {
          const stored = await content.getShared(id)
          shared = { index: loadWorkIndex(stored), stored }
        }),
      )
    }
    return { shared: shared!, loading: median(loads) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function candidates(): Promise<NamedBytes[]> {
  const files: NamedBytes[] = []
  let bytes = 0
  for await (const entry of readPaths([join(packageRoot, 'node_modules')], { limits: defaultSourceLimits })) {
    if (entry.kind !== 'file' || !/\.[cm]?[jt]sx?$/.test(entry.path)) continue
    files.push(entry)
    bytes += entry.bytes.length
    if (bytes >= CANDIDATE_BYTES) break
  }
  return files
}

async function seconds(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
