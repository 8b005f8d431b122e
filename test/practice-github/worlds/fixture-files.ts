import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { packageRoot } from '../package-root.ts'

const FIXTURES = join(packageRoot, 'test/fixtures')

/** All files below a folder of test/fixtures, by path with forward slashes, in order. */
export function fixtureFiles(folder: string): Record<string, string> {
  const root = join(FIXTURES, folder)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** The same files below another folder, or only those that `keep` wants. */
export function moved(
  files: Record<string, string>,
  to: string,
  keep: (path: string) => boolean = () => true,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => keep(path))
      .map(([path, text]) => [`${to}${path}`, text]),
  )
}
