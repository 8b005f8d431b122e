import { createHash } from 'node:crypto'

/** One item of a tree listing; folders are listed beside what they hold. */
export interface ListedItem {
  path: string
  /** `100644`, `040000`, … */
  mode: string
  /** The git id, 40 hexadecimal digits. */
  sha: string
}

/**
 * Whether a recursive listing is exactly the tree with this id: nothing missing, added or renamed, in any folder. Git
 * names a tree by the hash of its entries, so the listing proves itself. False also for a tree that cannot be shown
 * as text without loss (file names that are no UTF-8, modes of very old commits).
 */
export function isWholeTree(tree: string, listing: readonly ListedItem[]): boolean {
  const folders = new Map<string, ListedItem[]>([['', []]])
  const ids = new Map([['', tree]])
  for (const item of listing) {
    if (item.mode !== FOLDER) continue
    folders.set(item.path, [])
    ids.set(item.path, item.sha)
  }
  for (const item of listing) {
    const folder = folders.get(item.path.slice(0, Math.max(0, item.path.lastIndexOf('/'))))
    if (folder === undefined) return false
    folder.push(item)
  }
  for (const [path, items] of folders) if (treeId(items) !== ids.get(path)) return false
  return true
}

const FOLDER = '040000'

/** The id that git gives a tree with these entries (git-mktree). Only the last part of each path counts. */
export function treeId(entries: readonly ListedItem[]): string {
  const named = entries.map(({ path, mode, sha }) => {
    const name = Buffer.from(path.slice(path.lastIndexOf('/') + 1))
    const isFolder = mode === FOLDER
    return {
      // Git orders a folder as if its name ended in a slash.
      key: isFolder ? Buffer.concat([name, SLASH]) : name,
      bytes: Buffer.concat([Buffer.from(`${mode.replace(/^0+/, '')} `), name, NUL, Buffer.from(sha, 'hex')]),
    }
  })
  named.sort((a, b) => Buffer.compare(a.key, b.key))
  const length = named.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const hash = createHash('sha1').update(`tree ${length}\0`)
  for (const { bytes } of named) hash.update(bytes)
  return hash.digest('hex')
}

const SLASH = Buffer.from('/')
const NUL = Buffer.alloc(1)
