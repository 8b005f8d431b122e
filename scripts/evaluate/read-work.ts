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

/** What of a package may be claimed, by the same rules as in `work add`; paths begin with `SPEC:`. */
export async function workFiles(
  work: WorkSource,
  cache: PackageCache,
): Promise<{ claimed: PackageFile[]; excluded: number }> {
  const claimed: PackageFile[] = []
  let excluded = 0
  for (const file of await packageFiles(work.spec, cache)) {
    if (!work.sources.test(file.path)) continue
    const { claimed: isClaimed } = classifyOriginal(file, { owners: work.owners, license: work.license })
    if (isClaimed) claimed.push({ path: `${work.spec}:${file.path}`, bytes: file.bytes })
    else excluded++
  }
  return { claimed, excluded }
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
