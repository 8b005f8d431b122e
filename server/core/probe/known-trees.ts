import { treeId } from '../repository/tree-id.ts'

export interface KnownTree {
  tree: string
  /** The folder of the work that has this tree; empty: all of it. */
  folder: string
}

interface Folder {
  files: Map<string, string>
  folders: Map<string, Folder>
  /** Files in it and below. */
  size: number
}

/** A folder with less than this of the work is hardly what somebody uploads as the whole. */
const worthwhile = 0.5
const mostTrees = 5

/**
 * The trees that git gives the work, and the folders that hold most of it: a repository with one of them as its root
 * holds exactly these files, byte for byte. Files are taken to be plain ones, as uploads from an archive are.
 */
export function knownTrees(files: readonly { path: string; blob: string }[]): KnownTree[] {
  const root: Folder = { files: new Map(), folders: new Map(), size: 0 }
  for (const { path, blob } of files) place(root, path.split('/'), blob)
  const known: KnownTree[] = []
  let level = [{ folder: '', at: root }]
  while (level.length > 0 && known.length < mostTrees) {
    for (const { folder, at } of level) known.push({ tree: idOf(at), folder })
    level = level.flatMap(({ folder, at }) =>
      [...at.folders]
        .filter(([, below]) => below.size > 1 && below.size >= root.size * worthwhile)
        .map(([name, below]) => ({ folder: folder === '' ? name : `${folder}/${name}`, at: below })),
    )
  }
  return files.length === 0 ? [] : known.slice(0, mostTrees)
}

function place(folder: Folder, [name = '', ...below]: string[], blob: string): void {
  folder.size++
  if (below.length === 0) {
    folder.files.set(name, blob)
    return
  }
  const next = folder.folders.get(name) ?? { files: new Map(), folders: new Map(), size: 0 }
  folder.folders.set(name, next)
  place(next, below, blob)
}

function idOf({ files, folders }: Folder): string {
  return treeId([
    ...[...files].map(([path, sha]) => ({ path, mode: '100644', sha })),
    ...[...folders].map(([path, below]) => ({ path, mode: '040000', sha: idOf(below) })),
  ])
}
