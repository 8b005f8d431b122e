import { walkTree } from './trees.ts'
import type { ObjectStore } from './object-store.ts'

export interface ChangedFile {
  path: string
  sha: string
  status: 'added' | 'modified' | 'removed'
  additions: number
  deletions: number
}

/** What a commit changed against its first parent. Lines are counted as a set with repeats; moved ones do not count. */
export function changedFiles(
  objects: ObjectStore,
  parent: string | undefined,
  commit: string,
): ChangedFile[] {
  const before = parent === undefined ? new Map<string, string>() : filesOf(objects, parent)
  const after = filesOf(objects, commit)
  const changed: ChangedFile[] = []
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const old = before.get(path)
    const now = after.get(path)
    if (old === now) continue
    const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified'
    changed.push({
      path,
      sha: now ?? old!,
      status,
      ...countLines(linesOf(objects, old), linesOf(objects, now)),
    })
  }
  return changed
}

function filesOf(objects: ObjectStore, commit: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const { path, mode, sha } of walkTree(objects, objects.commit(commit).tree)) {
    if (mode !== '040000') files.set(path, sha)
  }
  return files
}

function linesOf(objects: ObjectStore, sha: string | undefined): string[] {
  const object = sha === undefined ? undefined : objects.get(sha)
  return object?.type === 'blob' ? object.data.toString('latin1').split('\n') : []
}

function countLines(before: string[], after: string[]): { additions: number; deletions: number } {
  const left = new Map<string, number>()
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1)
  let kept = 0
  for (const line of after) {
    const count = left.get(line) ?? 0
    if (count === 0) continue
    left.set(line, count - 1)
    kept++
  }
  return { additions: after.length - kept, deletions: before.length - kept }
}
