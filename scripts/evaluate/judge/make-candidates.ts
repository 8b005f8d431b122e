import type { EvaluationSet } from '../evaluation-set.ts'
import type { PackageCache, PackageFile } from '../fetch-package.ts'
import type { LanguageKit } from '../kits/kit.ts'
import { builds } from '../positives/builds.ts'
import { bundle, bundleKinds, bundles } from '../positives/bundles.ts'
import { attempt, copies, SMALL_LINES } from '../positives/copies.ts'
import type { Positive } from '../positives/positive.ts'
import { concatenations, snippets } from '../positives/snippets.ts'
import { drifted } from '../positives/versions.ts'
import { sample, seededBy } from '../random.ts'
import { strangerFiles, workFiles } from '../read-work.ts'
import { workOf, type Task } from './task.ts'

/** Copies are made of about so many originals of all works together … */
const COPIED = 320
const SMALL_COPIED = 160
/** … with at least this many lines of code; larger ones are bundles already. */
const FEWEST_LINES = 10
const LARGEST = 200_000
/** About so many files of strangers are disguised the same ways, of each at least one. */
const DISGUISED = 200
const [LEAST_DISGUISED, MOST_DISGUISED] = [1500, 60_000]
const HOST = { least: 3000, most: 60_000, count: 40 }

export interface Workshop {
  set: EvaluationSet
  kit: LanguageKit
  cache: PackageCache
}

/** The copies that a task stands for. */
export async function* makePositives(
  task: Exclude<Task, { kind: 'strangers' }>,
  { set, kit, cache }: Workshop,
): AsyncGenerator<Positive> {
  const work = workOf(task, set)
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
  if (task.kind === 'build') {
    yield* builds(kit, task, claimed, await strangerFiles({ spec: task.spec }, kit, cache))
    return
  }
  const { large, small } = chosen(claimed, set.works.length, kit)
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

function chosen(
  claimed: readonly PackageFile[],
  works: number,
  kit: LanguageKit,
): Record<'large' | 'small', PackageFile[]> {
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
    large: pick(SMALL_LINES, Number.POSITIVE_INFINITY, Math.ceil(COPIED / works)),
    small: pick(FEWEST_LINES, SMALL_LINES, Math.ceil(SMALL_COPIED / works)),
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

export interface DisguisedStranger {
  kind: string
  path: string
  bytes: Buffer
}

/** Strangers through the same tools: what the tools add must not look like anybody's. */
export async function* disguiseStrangers(
  files: readonly PackageFile[],
  { set, kit }: Workshop,
): AsyncGenerator<DisguisedStranger> {
  const fitting = files.filter(
    ({ bytes }) => bytes.length >= LEAST_DISGUISED && bytes.length <= MOST_DISGUISED,
  )
  const count = Math.max(1, Math.floor(DISGUISED / set.unrelated.length))
  const disguised = sample(fitting, count, seededBy(files[0]?.path ?? ''))
  for (const { path, bytes } of disguised)
    for (const { name, ending, disguise } of kit.disguisesOf(path)) {
      if (name === 'exact') continue
      const text = await attempt(() => disguise(bytes.toString('utf8'), seededBy(path + name)))
      if (text !== undefined) yield { kind: name, path: `${path}.${ending}`, bytes: Buffer.from(text) }
    }
  if (disguised.length === 0 || set.language !== 'ecmascript') return
  const entry = {
    path: 'entry.js',
    bytes: Buffer.from(disguised.map(({ path }, i) => `export * as p${i} from './${path}'`).join('\n')),
  }
  for (const [kind, options] of Object.entries(bundleKinds)) {
    const made = await attempt(() => bundle(entry.path, [entry, ...files], options))
    if (made) yield { kind, path: 'bundle.js', bytes: Buffer.from(made.text) }
  }
}
