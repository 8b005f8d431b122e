import { compareEntries } from './objects.ts'
import type { TreeEntry, TreeMode } from './objects.ts'
import type { ObjectStore } from './object-store.ts'

/** What a path holds: text or bytes, with a mode where it is not a plain file. */
export type FileContent =
  | string
  | Uint8Array
  | { content: string | Uint8Array; executable: true }
  | { symlink: string }
  | { submodule: string }

/** Paths to write; `null` deletes the path (a file, or a folder with all it holds). */
export type FileChanges = Record<string, FileContent | null>

export interface WalkedEntry extends TreeEntry {
  path: string
}

/**
 * The tree that `changes` make of `base`. Only the folders on the changed paths are rebuilt: an untouched
 * folder keeps its id, so that a fork with one edit costs one blob and a tree for each level.
 */
export function changedTree(store: ObjectStore, base: string | undefined, changes: FileChanges): string {
  return writeFolder(store, base, Object.entries(changes)) ?? store.add({ type: 'tree', entries: [] })
}

/** `undefined` when nothing is left: git keeps no empty folders. */
function writeFolder(
  store: ObjectStore,
  base: string | undefined,
  changes: [path: string, content: FileContent | null][],
): string | undefined {
  const entries = new Map(
    base === undefined ? [] : store.tree(base).entries.map((entry) => [entry.name, entry]),
  )
  const inFolders = new Map<string, [string, FileContent | null][]>()
  for (const [path, content] of changes) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    if (name === '' || name === '.' || name === '..')
      throw new Error(`"${path}" is not a path git would keep`)
    if (slash >= 0) {
      const below = inFolders.get(name) ?? []
      below.push([path.slice(slash + 1), content])
      inFolders.set(name, below)
    } else if (content === null) entries.delete(name)
    else entries.set(name, { name, ...writeFile(store, content) })
  }
  for (const [name, below] of inFolders) {
    const existing = entries.get(name)
    const sha = writeFolder(store, existing?.mode === '040000' ? existing.sha : undefined, below)
    if (sha === undefined) entries.delete(name)
    else entries.set(name, { name, mode: '040000', sha })
  }
  if (entries.size === 0) return undefined
  return store.add({ type: 'tree', entries: [...entries.values()].sort(compareEntries) })
}

function writeFile(store: ObjectStore, content: FileContent): { mode: TreeMode; sha: string } {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    return { mode: '100644', sha: writeBlob(store, content) }
  }
  if ('symlink' in content) return { mode: '120000', sha: writeBlob(store, content.symlink) }
  if ('submodule' in content) return { mode: '160000', sha: content.submodule }
  return { mode: '100755', sha: writeBlob(store, content.content) }
}

function writeBlob(store: ObjectStore, content: string | Uint8Array): string {
  const data =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.length)
  return store.add({ type: 'blob', data })
}

/** Every entry below a tree, folders before what they hold, as `git ls-tree -r -t` lists them. */
export function* walkTree(store: ObjectStore, tree: string, prefix = ''): Generator<WalkedEntry> {
  for (const entry of store.tree(tree).entries) {
    const path = prefix + entry.name
    yield { ...entry, path }
    if (entry.mode === '040000') yield* walkTree(store, entry.sha, `${path}/`)
  }
}

/** The entry at a path below a tree; the tree itself for the empty path. */
export function entryAt(store: ObjectStore, tree: string, path: string): TreeEntry | undefined {
  let entry: TreeEntry = { name: '', mode: '040000', sha: tree }
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (entry.mode !== '040000') return undefined
    const next = store.tree(entry.sha).entries.find((candidate) => candidate.name === name)
    if (next === undefined) return undefined
    entry = next
  }
  return entry
}
