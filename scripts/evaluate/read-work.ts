import { classifyOriginal } from '../../server/core/original/classify-original.ts'
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
  const all = (await packageFiles(work.spec, cache))
    .filter(({ path }) => work.sources.test(path))
    .map(({ path, bytes }) => ({ path: `${work.spec}:${path}`, bytes }))
  const context = { owners: work.owners, license: work.license }
  const isClaimed = ({ path, bytes }: PackageFile) =>
    classifyOriginal({ path: path.slice(work.spec.length + 1), bytes }, context).claimed
  return { all, claimed: all.filter(isClaimed) }
}

/** Every package that a set needs. */
export function packagesOf(set: EvaluationSet): string[] {
  return [
    ...new Set([
      ...[...set.works, ...set.versions, ...set.unrelated, ...set.hosts].map(({ spec }) => spec),
      ...set.baseline,
    ]),
  ]
}
