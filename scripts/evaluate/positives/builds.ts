import type { Build } from '../evaluation-set.ts'
import type { PackageFile } from '../fetch-package.ts'
import type { LanguageKit } from '../kits/kit.ts'
import { isEnough, sizeOf } from './copies.ts'
import type { Positive } from './positive.ts'

/** Files that the owners compiled themselves, with whatever they compile with. */
export function* builds(
  kit: LanguageKit,
  { of, files, from }: Build,
  originals: readonly PackageFile[],
  published: readonly PackageFile[],
): Generator<Positive> {
  const known = new Map(originals.map((file) => [withoutEnding(file.path), file]))
  for (const { path, bytes } of published) {
    const original = files.test(path) ? known.get(`${of}:${path.replace(files, from)}`) : undefined
    if (!original || !isEnough(bytes.toString('utf8'))) continue
    yield { class: `${sizeOf(original, kit)}published build`, path, bytes, truth: [original.path] }
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}
