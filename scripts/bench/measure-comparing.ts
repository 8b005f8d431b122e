import { createHash, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openContentStore } from '../../db/content/open-content-store.ts'
import { openDatabase } from '../../db/open-database.ts'
import { loadWorkIndex } from '../../server/core/match/serialize-work-index.ts'
import { packageRoot } from '../../server/package-root.ts'
import { readPaths } from '../../server/sources/read-paths.ts'
import { defaultSourceLimits } from '../../server/sources/source-limits.ts'
import type { NamedBytes } from '../../server/threads/batches.ts'
import { openComparers, type SharedIndex } from '../../server/threads/open-comparers.ts'
import { openHashers } from './hash-in-threads.ts'
import { addMadeWork, clawback, dataOf, inTemporaryFolder, madeWork } from './made-work.ts'
import { median } from './measure.ts'

const CANDIDATE_BYTES = 30_000_000
/** Larger files are mostly bundles, which no one writes; speed is quoted for source. */
const LARGEST = 200_000
const ROUNDS = 5

/**
 * Comparing source code, the packages that this checkout installed, with a work of 2,600 files, in one thread and in
 * two, in turn with a plain sha1 of the same files, which shows what a second thread is worth here; how long the
 * stored index takes to load; and what `clawback compare` of the same files takes at most.
 */
export async function measureComparing(): Promise<string> {
  return await inTemporaryFolder(async (folder) => {
    await addMadeWork(folder)
    const files = await candidates()
    return [
      await measureSpeed(await measureLoading(folder), files),
      await measureCommand(folder, files),
    ].join('\n')
  })
}

interface Loaded {
  shared: SharedIndex
  /** Seconds, median. */
  loading: number
}

async function measureLoading(folder: string): Promise<Loaded> {
  const content = await openContentStore({ folder: dataOf(folder), randomBytes })
  const id = await storedIndexId(folder)
  const times: number[] = []
  let shared: SharedIndex | undefined
  for (let i = 0; i < ROUNDS; i++) {
    const load = async () => {
      const stored = await content.getShared(id)
      shared = { index: loadWorkIndex(stored), stored }
    }
    times.push(await seconds(load))
  }
  return { shared: shared!, loading: median(times) }
}

async function storedIndexId(folder: string): Promise<string> {
  const db = await openDatabase({ folder: dataOf(folder), clock: () => new Date() })
  try {
    const [row] = await db.orm.select().from(db.tables.workIndexes)
    return row!.contentId
  } finally {
    await db.close()
  }
}

async function measureSpeed({ shared, loading }: Loaded, files: readonly NamedBytes[]): Promise<string> {
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  const comparers = [openComparers(shared, 1), openComparers(shared, 2)] as const
  const hashers = [openHashers(1), openHashers(2)] as const
  const sha1 = () => files.map(({ bytes }) => createHash('sha1').update(bytes).digest())
  try {
    const rounds: { sha1: number; one: number; two: number; hashGain: number }[] = []
    let times = 1
    for (let round = 0; round <= ROUNDS; round++) {
      const plain = await seconds(sha1)
      const one = await seconds(() => comparers[0].compare(files))
      const two = await seconds(() => comparers[1].compare(files))
      const hashOne = await seconds(() => hashers[0].hash(files, times))
      const hashTwo = await seconds(() => hashers[1].hash(files, times))
      // The first round starts the threads, and their compiler has not seen the code yet.
      if (round > 0) rounds.push({ sha1: plain, one, two, hashGain: hashOne / hashTwo })
      times = Math.max(1, Math.round(one / plain))
    }
    const of = (value: (round: (typeof rounds)[number]) => number) => median(rounds.map(value))
    const speed = (taken: number) => `${(megabytes / taken).toFixed(0)} MB/s`
    return [
      `comparing: ${files.length} files, ${megabytes.toFixed(0)} MB: ${speed(of(({ one }) => one))} in one thread, ${speed(of(({ two }) => two))} in two (${of(({ one, two }) => one / two).toFixed(2)} times; sha1 as long: ${of(({ hashGain }) => hashGain).toFixed(2)} times)`,
      `comparing: plain sha1 ${speed(of(({ sha1 }) => sha1))}, ratio of one thread ${of(({ sha1, one }) => sha1 / one).toFixed(3)} (median of ${ROUNDS})`,
      `comparing: index ${(shared.stored.length / 1e6).toFixed(1)} MB, stored one loads in ${(loading * 1000).toFixed(0)} ms`,
    ].join('\n')
  } finally {
    await Promise.all([...comparers, ...hashers].map((one) => one.close()))
  }
}

/** The whole program, as a person runs it. */
async function measureCommand(folder: string, files: readonly NamedBytes[]): Promise<string> {
  const candidates = join(folder, 'candidates')
  await mkdir(candidates)
  for (const [i, { path, bytes }] of files.entries())
    await writeFile(join(candidates, `${i}-${path.replace(/.*\//, '')}`), bytes)
  const { seconds, peakMb } = await clawback(folder, ['compare', madeWork, candidates, '--json'])
  return `comparing: clawback compare of the same files in ${seconds.toFixed(1)} s, peak ${peakMb.toFixed(0)} MB`
}

async function candidates(): Promise<NamedBytes[]> {
  const files: NamedBytes[] = []
  let bytes = 0
  for await (const entry of readPaths([join(packageRoot, 'node_modules')], { limits: defaultSourceLimits })) {
    if (entry.kind !== 'file' || !/\.[cm]?[jt]sx?$/.test(entry.path) || entry.bytes.length > LARGEST) continue
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
