import { stat } from 'node:fs/promises'
import { ClawbackError } from '../errors.ts'
import { containerKind } from './container-kind.ts'
import { parsePackageName } from './npm-package.ts'
import type { PackageName } from './npm-package.ts'
import { isSystemError } from './read-file.ts'

export type Source =
  | { kind: 'directory' | 'tar' | 'zip' | 'map' | 'file'; path: string }
  | { kind: 'npm'; package: PackageName }
  | { kind: 'git'; path: string; ref: string }

/**
 * What SOURCE names: `npm:NAME@VERSION`, `git:PATH#REF` (HEAD without REF), or something on this machine.
 * @throws ClawbackError SOURCE_NOT_FOUND, SOURCE_INVALID
 */
export async function parseSource(source: string): Promise<Source> {
  if (source.startsWith('npm:')) return { kind: 'npm', package: parsePackageName(source.slice(4)) }
  if (source.startsWith('git:')) return parseGit(source.slice(4))
  const stats = await look(source)
  if (stats.isDirectory()) return { kind: 'directory', path: source }
  if (!stats.isFile()) {
    throw new ClawbackError(
      'SOURCE_INVALID',
      `${source} is neither a file nor a folder.`,
      'Give a folder, an archive, a source map, npm:NAME@VERSION or git:PATH#REF.',
    )
  }
  const kind = containerKind(source)
  if (kind === 'unsupported') {
    throw new ClawbackError(
      'SOURCE_INVALID',
      `${source} is packed in a form that is not opened.`,
      'Unpack it and give the folder, or pack it as .tgz or .zip.',
    )
  }
  return { kind: kind ?? 'file', path: source }
}

/** @throws ClawbackError SOURCE_NOT_FOUND */
export async function look(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new ClawbackError(
      'SOURCE_NOT_FOUND',
      error.code === 'ENOENT' ? `There is nothing at ${path}.` : `${path} cannot be read (${error.code}).`,
      'Check the path, and that you may read it.',
      { cause: error },
    )
  }
}

function parseGit(rest: string): Source {
  const hash = rest.lastIndexOf('#')
  const path = hash < 0 ? rest : rest.slice(0, hash)
  const ref = hash < 0 ? 'HEAD' : rest.slice(hash + 1)
  if (path === '' || ref === '') {
    throw new ClawbackError(
      'SOURCE_INVALID',
      'git: needs the path of a repository, and after # a branch, tag or commit.',
      'Give it like git:../orbit#v2.1.0; without #REF it is HEAD.',
    )
  }
  return { kind: 'git', path, ref }
}
