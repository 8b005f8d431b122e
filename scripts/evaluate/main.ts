import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWorkIndex } from '../../server/core/match/build-work-index.ts'
import { compareFile } from '../../server/core/match/compare-file.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../server/core/match/serialize-work-index.ts'
import type { SourceFile } from '../../server/core/match/source-file.ts'
import type { WorkIndex } from '../../server/core/match/work-index.ts'
import { withVariants } from '../../server/sources/original-variants.ts'
import { packageFiles, type PackageFile } from './fetch-package.ts'
import { falsePositives, overlapFloor, recallFloors } from './floors.ts'
import {
  bundles,
  codeLines,
  concatenations,
  disguised,
  drifted,
  snippets,
  type Positive,
} from './positives.ts'
import { sample, seeded } from './random.ts'
import { baseline, unrelated, versions, works } from './sets.ts'
import { Tally } from './tally.ts'

/**
 * Measures how well copies are found and strangers left alone, on packages fetched by exact version:
 *
 *     npm run evaluate [CACHE_FOLDER]
 *
 * Fails (exit 1) when a figure is below floors.ts.
 */
const cache = process.argv[2] ?? join(tmpdir(), 'clawback-packages')
const SOURCE = /\.[cm]?[jt]sx?$/
const DECLARATIONS = /\.d\.[cm]?ts$/
const PER_WORK = 40
const SMALL_PER_WORK = 12
const HOSTS = 40

const random = seeded(20260801)
const failures: string[] = []

const originals = await readWorks()
const index = await indexWorks(originals)
await measureRecall()
await measureStrangers()
for (const failure of failures) print(`BELOW: ${failure}`)
process.exitCode = failures.length === 0 ? 0 : 1

async function sources(spec: string): Promise<PackageFile[]> {
  const files = await packageFiles(spec, cache, process.env)
  return files.filter(({ path }) => SOURCE.test(path) && !DECLARATIONS.test(path))
}

async function readWorks(): Promise<Map<string, PackageFile[]>> {
  const read = new Map<string, PackageFile[]>()
  for (const { spec, sources: wanted } of works) {
    const files = (await sources(spec)).filter(({ path }) => wanted.test(path))
    read.set(
      spec,
      files.map(({ path, bytes }) => ({ path: `${spec}:${path}`, bytes })),
    )
  }
  return read
}

async function indexWorks(from: ReadonlyMap<string, PackageFile[]>): Promise<WorkIndex> {
  const started = performance.now()
  const claimed = await withVariants([...from.values()].flat())
  const read = performance.now()
  const publicCode: SourceFile[] = []
  for (const spec of baseline) publicCode.push(...(await withVariants(await sources(spec))))
  const before = performance.now()
  const built = buildWorkIndex({ originals: claimed, baseline: publicCode })
  const stored = serializeWorkIndex(built)
  const seconds = (read - started + performance.now() - before) / 1000
  const loading = performance.now()
  const loaded = loadWorkIndex(stored)
  print(
    `work: ${built.originals.length} originals, ${megabytes(built.claimedBytes)} MB, ` +
      `${built.originals.filter((one) => one.public).length} public; read and indexed in ${seconds.toFixed(1)} s; ` +
      `index ${megabytes(stored.length)} MB, loads in ${(performance.now() - loading).toFixed(0)} ms`,
  )
  return loaded
}

async function measureRecall(): Promise<void> {
  const tally = new Tally()
  const claimed = new Set(index.originals.filter((one) => !one.public).map(({ path }) => path))
  for await (const positive of positives())
    tally.add(positive, compareFile(index, positive), (path) => claimed.has(path))
  print('\nrecall, per cent of originals: strong, strong or weak')
  for (const [name, { originals: n, strong, weak, candidates, flagged }] of tally.classes) {
    const recall = (100 * strong) / n
    const files = candidates === n ? '' : `; files flagged ${flagged} of ${candidates}`
    print(
      `  ${name.padEnd(40)} ${recall.toFixed(1).padStart(5)} ${((100 * (strong + weak)) / n).toFixed(1).padStart(6)}  n=${n}${files}`,
    )
    const floor = recallFloors[name] ?? 0
    if (recall < floor) failures.push(`${name}: ${recall.toFixed(1)} %, quoted ${floor} %`)
  }
  const mean = tally.overlaps.reduce((sum, one) => sum + one, 0) / tally.overlaps.length
  print(`line ranges on pasted functions: overlap ${mean.toFixed(3)}, n=${tally.overlaps.length}`)
  if (mean < overlapFloor) failures.push(`line ranges: ${mean.toFixed(3)}, quoted ${overlapFloor}`)
  print(`wrong originals: ${tally.wrong.length} of ${tally.named} named`)
  for (const wrong of tally.wrong.slice(0, 10)) print(`  ${wrong}`)
  if (tally.wrong.length > falsePositives) failures.push(`wrong originals: ${tally.wrong.length}`)
}

async function* positives(): AsyncGenerator<Positive> {
  const hosts = (await sources('kysely@0.27.4'))
    .concat(await sources('valibot@1.0.0'))
    .filter(({ bytes }) => bytes.length > 3000)
  const strangers = sample(hosts, HOSTS, random)
  for (const [spec, files] of originals) {
    const large = files.filter(
      ({ bytes }) => codeLines(bytes.toString('utf8')) >= 40 && bytes.length < 200_000,
    )
    const small = files.filter(({ bytes }) => {
      const lines = codeLines(bytes.toString('utf8'))
      return lines >= 10 && lines < 40
    })
    const chosen = sample(large, PER_WORK, random)
    yield* disguised([...chosen, ...sample(small, SMALL_PER_WORK, random)], random)
    yield* snippets(sample(large, PER_WORK, random), strangers, random)
    yield* concatenations(chosen, strangers)
    const entry = files.find(({ path }) => /:src(\.ts)?\/(index|Ix)\.ts$/.test(path))
    if (entry) yield* bundles(spec, entry.path, files)
  }
  for (const { spec, of } of versions) {
    const known = new Map(originals.get(of)!.map((file) => [file.path, file]))
    for (const file of await sources(spec)) {
      const original = known.get(`${of}:${file.path}`)
      const positive = original && drifted(original, file)
      if (positive) yield positive
    }
  }
}

async function measureStrangers(): Promise<void> {
  let files = 0
  let bytes = 0
  let weak = 0
  let comparing = 0
  let hashing = 0
  const strong: { bits: number; line: string }[] = []
  for (const spec of unrelated) {
    for (const file of await sources(spec)) {
      files++
      bytes += file.bytes.length
      const begun = performance.now()
      createHash('sha1').update(file.bytes).digest()
      const hashed = performance.now()
      const match = compareFile(index, file)
      comparing += performance.now() - hashed
      hashing += hashed - begun
      if (match.strength === 'weak') weak++
      const best = match.originals[0]
      if (match.strength === 'strong' && best)
        strong.push({ bits: best.bits, line: `${spec} ${file.path} taken for ${best.path}: ${best.reason}` })
    }
  }
  print(`\nunrelated: ${files} files of ${unrelated.length} packages: ${strong.length} strong, ${weak} weak`)
  for (const { line } of strong.sort((a, b) => b.bits - a.bits).slice(0, 10)) print(`  ${line}`)
  if (strong.length > falsePositives) failures.push(`false positives: ${strong.length}`)
  print(
    `speed: ${(bytes / 1000 / comparing).toFixed(0)} MB/s, plain sha1 of the same files ${(bytes / 1000 / hashing).toFixed(0)} MB/s, ` +
      `ratio ${(hashing / comparing).toFixed(3)}; process ${megabytes(process.memoryUsage().rss)} MB`,
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
