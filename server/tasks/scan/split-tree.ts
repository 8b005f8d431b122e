import type { FolderItem } from '../../github/read-folders.ts'
import type { Tree } from '../../github/read-tree.ts'

const folderMode = '040000'

export function isFolder({ mode }: FolderItem): boolean {
  return mode === folderMode
}

/** A whole tree, taken apart into its folders by the ids of their trees. */
export function splitTree(tree: string, { entries, folders }: Tree): Map<string, FolderItem[]> {
  const byPath = new Map<string, FolderItem[]>([['', []]])
  for (const path of folders.keys()) byPath.set(path, [])
  const add = (path: string, item: Omit<FolderItem, 'name'>) => {
    const slash = path.lastIndexOf('/')
    byPath.get(path.slice(0, Math.max(0, slash)))?.push({ name: path.slice(slash + 1), ...item })
  }
  for (const [path, id] of folders) add(path, { mode: folderMode, id, bytes: 0 })
  for (const { path, mode, blob, bytes } of entries) add(path, { mode, id: blob, bytes })
  return new Map([...byPath].map(([path, items]) => [path === '' ? tree : folders.get(path)!, items]))
}
