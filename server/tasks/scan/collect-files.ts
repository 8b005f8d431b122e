import { wantFile, type FileToJudge } from './judge-blobs.ts'
import type { RootTree } from './list-trees.ts'
import { isFolder } from './split-tree.ts'
import type { TreeShelf } from './tree-shelf.ts'

export type Collected =
  | { outcome: 'found'; files: Map<string, FileToJudge> }
  /** This folder was not listed. */
  | { outcome: 'missing'; tree: string }

/**
 * Every file below these root trees, by what it is judged as, at the first path that it is met at. A folder that several of them
 * share is walked once, so that hundreds of tags cost what changed between them.
 */
export async function collectFiles(shelf: TreeShelf, roots: readonly RootTree[]): Promise<Collected> {
  const files = new Map<string, FileToJudge>()
  const met = new Set<string>()
  let level = roots.map(({ tree, repository }) => ({ tree, repository, prefix: '' }))
  while (level.length > 0) {
    const fresh = level.filter(({ tree }) => !met.has(tree) && met.add(tree))
    const listed = await shelf.find(fresh.map(({ tree }) => tree))
    level = []
    for (const { tree, repository, prefix } of fresh) {
      const items = listed.get(tree)
      if (items === undefined) return { outcome: 'missing', tree }
      for (const item of items) {
        const path = `${prefix}${item.name}`
        if (isFolder(item)) level.push({ tree: item.id, repository, prefix: `${path}/` })
        else if (item.mode !== '160000' && item.mode !== '120000')
          wantFile(files, { path, blob: item.id, bytes: item.bytes, repository })
      }
    }
  }
  return { outcome: 'found', files }
}
