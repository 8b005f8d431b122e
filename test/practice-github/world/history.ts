import type { ObjectStore } from '../git/object-store.ts'
import { entryAt } from '../git/trees.ts'

/** Commits that lead to `head`, newest first; with a path, only those that changed what stands there. */
export function* commitHistory(objects: ObjectStore, head: string, path = ''): Generator<string> {
  const seen = new Set([head])
  const queue = [head]
  while (queue.length > 0) {
    queue.sort((a, b) => objects.commit(b).committer.at.getTime() - objects.commit(a).committer.at.getTime())
    const id = queue.shift()!
    const { tree, parents } = objects.commit(id)
    if (path === '' || changes(objects, tree, parents, path)) yield id
    for (const parent of parents) {
      if (!seen.has(parent)) queue.push(parent)
      seen.add(parent)
    }
  }
}

function changes(objects: ObjectStore, tree: string, parents: string[], path: string): boolean {
  const here = entryAt(objects, tree, path)?.sha
  const before = parents.map((parent) => entryAt(objects, objects.commit(parent).tree, path)?.sha)
  return before.length === 0 ? here !== undefined : before.every((sha) => sha !== here)
}
