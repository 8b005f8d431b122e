import { classifyOriginal } from '../../server/core/original/classify-original.ts'
import { restOfClients } from '../../server/core/original/generated-clients.ts'
import type { EvaluationSet, Stranger, WorkSource } from './evaluation-set.ts'
import { packageFiles, type PackageCache, type PackageFile } from './fetch-package.ts'
import type { LanguageKit } from './kits/kit.ts'

/** The files of a stranger in the language of the set. */
export async function strangerFiles(
  { spec, only }: Stranger,
  kit: LanguageKit,
  cache: PackageCache,
): Promise<PackageFile[]> {
  const files = await packageFiles(spec, cache)
  return files.filter(({ path }) => kit.isSource(path) && (only === undefined || only.test(path)))
}

export interface WorkFiles {
  /** Every source of the work; paths begin with `SPEC:`. */
  all: PackageFile[]
  /** What of them may be claimed, by the same rules as in `work add`. */
  claimed: PackageFile[]
}

export async function workFiles(work: WorkSource, cache: PackageCache): Promise<WorkFiles> {
  const files = await packageFiles(work.spec, cache)
  const all = files.filter(({ path }) => work.sources.test(path))
  const context = { owners: work.owners, license: work.license }
  const judged = all.map(({ path, bytes }) => {
    const claim = classifyOriginal({ path, bytes }, context)
    return { path, excluded: claim.claimed ? null : claim.detail }
  })
  const settings = files.filter(({ path }) => path === 'package.json')
  const rest = restOfClients([...judged, ...settings.map(({ path }) => ({ path, excluded: 'settings' }))])
  const named = all.map(({ path, bytes }) => ({ path: `${work.spec}:${path}`, bytes }))
  const isClaimed = (at: number) => judged[at]!.excluded === null && !rest.has(judged[at]!.path)
  return { all: named, claimed: named.filter((_, at) => isClaimed(at)) }
}

/** The package of an original, which is kept as `SPEC:path`. */
export function packageOf(original: string): string {
  return original.slice(0, original.indexOf(':', original.indexOf('@', 1)))
}

/**
 * Tells whose an original is: works that name any owner in common are one owner's.
 * @returns the first work of the owner, which stands for all of them
 */
export function ownersOf({ works }: Pick<EvaluationSet, 'works'>): (original: string) => string {
  const first = new Map<string, string>()
  for (const { spec, owners } of works)
    first.set(spec, works.find((other) => other.owners.some((owner) => owners.includes(owner)))?.spec ?? spec)
  return (original) => first.get(packageOf(original)) ?? packageOf(original)
}

/** Every package that a set needs. */
export function packagesOf(set: EvaluationSet): string[] {
  return [
    ...new Set([
      ...[...set.works, ...set.versions, ...(set.builds ?? []), ...set.unrelated, ...set.hosts].map(
        ({ spec }) => spec,
      ),
      ...set.baseline,
    ]),
  ]
}
