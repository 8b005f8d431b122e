import type { TreeEntry } from '../../github/read-tree.ts'
import { isFolder } from './split-tree.ts'
import type { TreeShelf } from './tree-shelf.ts'

/** Far above any real repository. A tree that holds itself many times over (a "git bomb") has billions. */
const mostFiles = 1_000_000

export type Flattened =
  | { outcome: 'found'; files: TreeEntry[] }
  /** This folder was not listed. */
  | { outcome: 'missing'; tree: string }
  | { outcome: 'too-many' }

/** Every file of a tree whose folders are on the shelf; links and submodules hold nothing to compare. */
export async function flattenTree(shelf: TreeShelf, root: string): Promise<Flattened> {
  const files: TreeEntry[] = []
  let steps = 0
  let level = [{ tree: root, prefix: '' }]
  while (level.length > 0) {
    const listed = await shelf.find([...new Set(level.map(({ tree }) => tree))])
    const below: typeof level = []
    for (const { tree, prefix } of level) {
      const items = listed.get(tree)
      if (items === undefined) return { outcome: 'missing', tree }
      steps += items.length + 1
      if (steps > mostFiles) return { outcome: 'too-many' }
      for (const item of items) {
        const path = `${prefix}${item.name}`
        if (isFolder(item)) below.push({ tree: item.id, prefix: `${path}/` })
        else if (item.mode !== '160000' && item.mode !== '120000')
          files.push({ path, blob: item.id, bytes: item.bytes, mode: item.mode, type: 'blob' })
      }
    }
    level = below
  }
  return { outcome: 'found', files }
}
