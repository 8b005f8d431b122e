import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseMemberPath } from './member-path.ts'
import { isSystemError, readFile } from './read-file.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

/** Version control's own data: the same content again, packed, and never published as files. */
const versionControl = new Set(['.git', '.hg', '.svn'])

/** The files below a folder, in the order of their names. Links are not followed, so no loop can form. */
export async function* walkDirectory(
  folder: string,
  reading: Reading,
  below = '',
): AsyncGenerator<SourceEntry> {
  const children = await list(join(folder, below), below)
  if (!Array.isArray(children)) {
    yield children
    return
  }
  for (const child of children) {
    const path = below === '' ? child.name : `${below}/${child.name}`
    reading.countEntry()
    const refusal = refuseMemberPath(path) ?? refuseChild(child)
    if (refusal !== null) yield skipped(path, refusal)
    else if (child.isDirectory()) yield* walkDirectory(folder, reading, path)
    else yield readFile(join(folder, path), path, reading)
  }
}

/** Whether walking a folder comes to this path below it. */
export function isWalked(below: string): boolean {
  return !below.split('/').some((name) => versionControl.has(name))
}

async function list(folder: string, path: string): Promise<Dirent[] | SourceEntry> {
  try {
    const children = await readdir(folder, { withFileTypes: true })
    return children.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (isSystemError(error))
      return skipped(path === '' ? '.' : path, `the folder cannot be read (${error.code})`)
    throw error
  }
}

function refuseChild(child: Dirent): string | null {
  if (child.isSymbolicLink()) return 'a symbolic link, which is not followed'
  if (versionControl.has(child.name)) return "version control's own data; git:PATH#REF reads a repository"
  if (child.isFile() || child.isDirectory()) return null
  return 'not a file but a device, pipe or socket'
}
