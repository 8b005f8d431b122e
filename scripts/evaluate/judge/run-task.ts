import { compareFile } from '../../../server/core/match/compare-file.ts'
import type { WorkIndex } from '../../../server/core/match/work-index.ts'
import type { EvaluationSet } from '../evaluation-set.ts'
import type { PackageCache, PackageFile } from '../fetch-package.ts'
import { addPositive, addStranger, noFindings, type Findings } from '../findings.ts'
import type { LanguageKit } from '../kits/kit.ts'
import { bundle, bundleClasses, bundles } from '../positives/bundles.ts'
import { attempt, copies, SMALL_LINES } from '../positives/copies.ts'
import type { Positive } from '../positives/positive.ts'
import { concatenations, snippets } from '../positives/snippets.ts'
import { drifted } from '../positives/versions.ts'
import { sample, seededBy } from '../random.ts'
import { strangerFiles, workFiles } from '../read-work.ts'
import type { Task } from './task.ts'

/** Copies are made of so many originals of each work … */
const PER_WORK = 30
const SMALL_PER_WORK = 10
/** … with at least this many lines of code; larger ones are bundles already. */
const FEWEST_LINES = 10
const LARGEST = 200_000
/** Of each stranger so many files are disguised the same ways. */
const DISGUISED_PER_STRANGER = 3
const [LEAST_DISGUISED, MOST_DISGUISED] = [1500, 60_000]
const HOST = { least: 3000, most: 60_000, count: 40 }

/** What a piece of work is done with. */
export interface Bench {
  set: EvaluationSet
  index: WorkIndex
  kit: LanguageKit
  cache: PackageCache
}

/** Compares what one task stands for. The same findings whichever thread does it. */
export async function runTask(task: Task, bench: Bench): Promise<Findings> {
  const findings = noFindings()
  if (task.kind === 'strangers') {
    const files = await strangerFiles(task, bench.kit, bench.cache)
    for (const file of files) judge('as they are', `${task.spec} ${file.path}`, file)
    for await (const { kind, path, bytes } of disguisedStrangers(files, bench))
      judge(kind, `${task.spec} ${path}`, { path, bytes })
    return findings
  }
  const claimed = new Set(bench.index.originals.filter((one) => !one.public).map(({ path }) => path))
  for await (const positive of positives(task, bench))
    addPositive(findings, positive, compareFile(bench.index, positive), (path) => claimed.has(path))
  return findings

  function judge(kind: string, what: string, file: { path: string; bytes: Uint8Array }): void {
    addStranger(findings, kind, what, compareFile(bench.index, file))
  }
}

async function* positives(
  task: Exclude<Task, { kind: 'strangers' }>,
  { set, kit, cache }: Bench,
): AsyncGenerator<Positive> {
  const work = set.works.find(({ spec }) => spec === (task.kind === 'version' ? task.of : task.spec))!
  const { all, claimed } = await workFiles(work, cache)
  if (task.kind === 'version') {
    const known = new Map(claimed.map((file) => [file.path, file]))
    for (const file of await strangerFiles({ spec: task.spec }, kit, cache)) {
      const original = known.get(`${task.of}:${file.path}`)
      const positive = original && drifted(original, file)
      if (positive) yield positive
    }
    return
  }
  const { large, small } = chosen(claimed, kit)
  if (task.kind === 'copies') {
    yield* copies(
      kit,
      [...large, ...small].filter((_, at) => at % task.parts === task.part),
    )
    return
  }
  const hosts = await pastedInto(set, kit, cache)
  yield* snippets(kit, large, hosts)
  yield* concatenations(large, hosts)
  if (work.entry !== undefined) yield* bundles(`${work.spec}:${work.entry}`, all)
}

function chosen(claimed: readonly PackageFile[], kit: LanguageKit): Record<'large' | 'small', PackageFile[]> {
  const sized = claimed
    .filter(({ bytes }) => bytes.length < LARGEST)
    .map((file) => ({ file, lines: kit.codeLines(file.bytes.toString('utf8')) }))
  const random = seededBy(claimed[0]?.path ?? '')
  const pick = (from: number, to: number, count: number) =>
    sample(
      sized.filter(({ lines }) => lines >= from && lines < to),
      count,
      random,
    ).map(({ file }) => file)
  return {
    large: pick(SMALL_LINES, Number.POSITIVE_INFINITY, PER_WORK),
    small: pick(FEWEST_LINES, SMALL_LINES, SMALL_PER_WORK),
  }
}

async function pastedInto(set: EvaluationSet, kit: LanguageKit, cache: PackageCache): Promise<PackageFile[]> {
  const files: PackageFile[] = []
  for (const host of set.hosts) files.push(...(await strangerFiles(host, kit, cache)))
  return sample(
    files.filter(({ bytes }) => bytes.length > HOST.least && bytes.length < HOST.most),
    HOST.count,
    seededBy(set.name),
  )
}

/** Strangers through the same tools: what the tools add must not look like anybody's. */
async function* disguisedStrangers(
  files: readonly PackageFile[],
  { set, kit }: Bench,
): AsyncGenerator<{ kind: string; path: string; bytes: Buffer }> {
  const fitting = files.filter(
    ({ bytes }) => bytes.length >= LEAST_DISGUISED && bytes.length <= MOST_DISGUISED,
  )
  const chosen = sample(fitting, DISGUISED_PER_STRANGER, seededBy(files[0]?.path ?? ''))
  for (const { path, bytes } of chosen)
    for (const { name, ending, disguise } of kit.disguisesOf(path)) {
      if (name === 'exact') continue
      const text = await attempt(() => disguise(bytes.toString('utf8'), seededBy(path + name)))
      if (text !== undefined) yield { kind: name, path: `${path}.${ending}`, bytes: Buffer.from(text) }
    }
  if (chosen.length === 0 || set.language !== 'ecmascript') return
  const entry = {
    path: 'entry.js',
    bytes: Buffer.from(chosen.map(({ path }, i) => `export * as p${i} from './${path}'`).join('\n')),
  }
  for (const kind of bundleClasses) {
    const made = await attempt(() => bundle(entry.path, [entry, ...files], kind === 'bundle, minified'))
    if (made) yield { kind, path: 'bundle.js', bytes: Buffer.from(made.text) }
  }
}
