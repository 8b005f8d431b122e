import type { Place } from '../../github/place.ts'
import type { FolderItem } from '../../github/read-folders.ts'
import { asCouldNotTell, type CouldNotTell } from './could-not-tell.ts'
import type { ScanContext } from './scan-context.ts'
import { isFolder, splitTree } from './split-tree.ts'

/** A root tree, and a repository whose own refs lead to it. */
export interface RootTree {
  tree: string
  repository: Place
}

type Trees = Pick<ScanContext, 'github' | 'trees'>

/** A folder to be listed, and the root it was reached from. */
interface Folder {
  tree: string
  root: RootTree
}

/** Of one root, so many unknown folders on one level are worth a request of their own. */
const worthWholeTree = 20
/** Kept after each request, so that a killed scan repeats none. */
const atOnce = 50

/**
 * Lists these trees down to the last folder. Trees are Merkle trees: a folder that was listed before, in any
 * repository, is known with all that lies below, so a changed fork costs only its changed folders, and those of
 * dozens of forks go into one request. Gives what could not be listed, by the id of its tree.
 */
export async function listTrees(
  { github, trees }: Trees,
  roots: readonly RootTree[],
): Promise<Map<string, CouldNotTell>> {
  const failures = new Map<string, CouldNotTell>()
  const met = new Set<string>()
  let level: Folder[] = roots.map((root) => ({ tree: root.tree, root }))
  while (level.length > 0) {
    const folders = level.filter(({ tree }) => !met.has(tree) && met.add(tree))
    const listed = await trees.find(folders.map(({ tree }) => tree))
    const unknown = folders.filter(({ tree }) => !listed.has(tree))
    for (const [tree, items] of await readUnknown({ github, trees }, unknown, failures))
      listed.set(tree, items)
    level = folders.flatMap(({ tree, root }) =>
      (listed.get(tree) ?? []).filter(isFolder).map((item) => ({ tree: item.id, root })),
    )
  }
  return failures
}

async function readUnknown(
  { github, trees }: Trees,
  unknown: readonly Folder[],
  failures: Map<string, CouldNotTell>,
): Promise<Map<string, FolderItem[]>> {
  const read = new Map<string, FolderItem[]>()
  const perRoot = new Map<string, Folder[]>()
  for (const folder of unknown) {
    const others = perRoot.get(folder.root.tree)
    if (others === undefined) perRoot.set(folder.root.tree, [folder])
    else others.push(folder)
  }
  const whole = new Map<string, RootTree>()
  const single: Folder[] = []
  for (const folders of perRoot.values()) {
    const { root } = folders[0]!
    if (folders.length > worthWholeTree) whole.set(root.tree, root)
    else single.push(...folders)
  }
  for (let start = 0; start < single.length; start += atOnce) {
    const part = single.slice(start, start + atOnce)
    const answers = await github.readFolders(
      part.map(({ tree, root }) => ({ tree, repository: root.repository })),
    )
    const found = new Map<string, FolderItem[]>()
    for (const { tree, root } of part) {
      const answer = answers.get(tree)
      if (answer?.outcome === 'found') found.set(tree, answer.value)
      // REST may know what GraphQL does not show, and tells a tree with names that are no UTF-8 from a damaged answer.
      else whole.set(root.tree, root)
    }
    await trees.keep(found)
    for (const [tree, items] of found) read.set(tree, items)
  }
  for (const root of whole.values()) {
    const answer = await github.readTree(root.repository, root.tree)
    if (answer.outcome !== 'found') {
      const { owner, name } = root.repository
      const failure = asCouldNotTell(answer, `tree ${root.tree} of ${owner}/${name} was not there`)
      for (const { tree } of perRoot.get(root.tree) ?? []) if (!read.has(tree)) failures.set(tree, failure)
      continue
    }
    const listings = splitTree(root.tree, answer.value)
    await trees.keep(listings)
    for (const [tree, items] of listings) read.set(tree, items)
  }
  return read
}
