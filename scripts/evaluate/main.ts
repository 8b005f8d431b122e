import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { finishProgram, startProgram } from '../../server/sources/run-program.ts'
import type { EvaluationSet } from './evaluation-set.ts'
import { fetchPackages, type PackageCache } from './fetch-package.ts'
import { indexWorks } from './index-works.ts'
import { judgeInThreads } from './judge/judge-in-threads.ts'
import { describeTask } from './judge/task.ts'
import { kitOf } from './kits/kit.ts'
import { printFindings } from './print-findings.ts'
import { packagesOf } from './read-work.ts'
import { choices } from './sets/sets.ts'
import { measureSpeed } from './speed/measure-speed.ts'

/**
 * Measures how well copies are found and strangers left alone, on packages fetched by exact version:
 *
 *     npm run evaluate -- [--set NAME] [--cases] [--cache FOLDER] [--threads N] [--minutes N]
 *
 * Sets are in sets/. Fails (exit 1) when a figure is below floors.ts, or a task was left out for want of time.
 */
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'development' },
    cases: { type: 'boolean', default: false },
    cache: { type: 'string', default: join(tmpdir(), 'clawback-packages') },
    threads: { type: 'string', default: String(availableParallelism()) },
    minutes: { type: 'string', default: '60' },
  },
})
/** Packages enough to see what memory a long comparison takes. */
const PACKAGES_READ = 20
const sets = choices[values.set]
if (!sets) throw new Error(`--set is one of ${Object.keys(choices).join(', ')}`)
const cache: PackageCache = { folder: values.cache, environment: process.env }
const begun = performance.now()
const below: string[] = []
for (const set of sets) below.push(...(await evaluate(set)))
for (const line of below) print(`BELOW: ${line}`)
print(`\n${((performance.now() - begun) / 1000).toFixed(0)} s in all`)
process.exitCode = below.length === 0 ? 0 : 1

async function evaluate(set: EvaluationSet): Promise<string[]> {
  const packages = packagesOf(set)
  await fetchPackages(packages, cache, (done) =>
    progress(`${set.name}: package ${done} of ${packages.length}`),
  )
  progress(`${set.name}: reading the works`)
  const kit = await kitOf(set.language, cache.folder)
  const works = await indexWorks(set, kit, cache)
  print(`\n${set.name}: ${set.works.length} works, ${set.unrelated.length} packages of other people`)
  print(
    `work: ${works.originals} originals, ${megabytes(works.bytes)} MB, ${works.excluded} excluded, ${works.public} public; ` +
      `variants ${works.seconds.variants.toFixed(1)} s, index ${works.seconds.index.toFixed(1)} s and ${megabytes(works.stored.length)} MB`,
  )
  const data = { stored: works.stored, set: set.name, cache }
  const limits = { threads: Number(values.threads), until: begun + Number(values.minutes) * 60_000 }
  const { findings, leftOut } = await judgeInThreads(set, data, limits, (so, many) =>
    progress(`${set.name}: ${so} of ${many}`),
  )
  // Said by name: what was left out may be just what goes wrong.
  const incomplete = leftOut.map((task) => `left out after ${values.minutes} minutes: ${describeTask(task)}`)
  if (leftOut.length > 0) print(`\n${leftOut.length} tasks left out; what was made is kept, so run it again`)
  const below = [...incomplete, ...printFindings(set, findings, { cases: values.cases, print })]
  if (set.language === 'ecmascript' && leftOut.length === 0) await printSpeed(set, works.stored)
  return below.map((line) => `${set.name}: ${line}`)
}

async function printSpeed(set: EvaluationSet, stored: Uint8Array): Promise<void> {
  progress(`${set.name}: speed`)
  const { comparing, hashing, twoThreads } = await measureSpeed(stored, set.name, cache)
  const { loading, megabytes: memory } = await measureMemory(set, stored)
  print(
    `\nspeed on one thread: ${comparing.toFixed(0)} MB/s, plain sha1 of the same files ${hashing.toFixed(0)} MB/s, ` +
      `ratio ${(comparing / hashing).toFixed(3)}; two threads ${twoThreads.toFixed(2)} times that; ` +
      `index loads in ${loading.toFixed(0)} ms, process at most ${memory.toFixed(0)} MB`,
  )
}

async function measureMemory(
  set: EvaluationSet,
  stored: Uint8Array,
): Promise<{ loading: number; megabytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'clawback-index-'))
  try {
    const file = join(folder, 'index')
    await writeFile(file, stored)
    const program = join(import.meta.dirname, `speed/measure-memory${extname(import.meta.filename)}`)
    const specs = set.unrelated.slice(0, PACKAGES_READ).map(({ spec }) => spec)
    // Node.js 20 reads no TypeScript by itself.
    const loader = program.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : []
    const child = startProgram(
      process.execPath,
      [...loader, program, file, cache.folder, ...specs],
      cache.environment,
    )
    const { exit, output, errors } = await finishProgram(child, 'node')
    if (exit !== 0) throw new Error(`measuring memory failed: ${errors}`)
    return JSON.parse(output) as { loading: number; megabytes: number }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function progress(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
