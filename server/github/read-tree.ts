import { z } from 'zod'
import { couldNotTell, found, notFound } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { isWholeTree, treeId } from '../core/repository/tree-id.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { apiPath } from './api-path.ts'
import type { Edge } from './edge.ts'
import { notTold } from './not-told.ts'

export interface TreeEntry {
  path: string
  /** The git id: of a blob, or for a submodule of the commit it stands for. */
  blob: string
  bytes: number
  /** As git writes it: `100644`, `100755`, `120000`, `160000`. */
  mode: string
  type: 'blob' | 'symlink' | 'submodule'
}

export interface Tree {
  /** Every file, link and submodule below the root; folders are in their paths. */
  entries: TreeEntry[]
  /** The folders between them, by their paths, with the ids of their trees. */
  folders: Map<string, string>
  /**
   * The listing hashes to the tree's id, so nothing is missing or added. When it does not, after a second look, the tree
   * holds what a listing cannot show truly: file names that are no UTF-8, modes of very old commits.
   */
  verified: boolean
}

const treeSchema = z.object({
  sha: z.string(),
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string().min(1),
      mode: z.string(),
      type: z.string(),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      size: z.int().nonnegative().optional(),
    }),
  ),
})

type Listing = z.output<typeof treeSchema>

/**
 * A whole tree. GitHub cuts recursive listings at 100,000 entries or 7 MB; what was cut is walked folder by folder, so
 * a tree is either whole or *could not tell*. An empty repository holds no tree: *not found*, whatever its name led to before.
 */
export async function readTree(
  edge: Pick<Edge, 'ask'>,
  repository: RepositoryName,
  tree: string,
): Promise<Answer<Tree>> {
  let read: Tree = { entries: [], folders: new Map(), verified: true }
  for (let looks = 0; looks < 2; looks++) {
    read = { entries: [], folders: new Map(), verified: true }
    const answer = await walk(edge, repository, { tree, prefix: '' }, read)
    if (answer.outcome !== 'found') return answer
    if (read.verified) break
  }
  if (!read.verified && isTorn(tree, read))
    return couldNotTell(`the tree ${tree}: what came is not all of what was asked for`)
  return found(read)
}

/** Names that cannot be shown do not explain a folder that holds nothing, or a file in a folder that is not there. */
function isTorn(tree: string, { entries, folders }: Tree): boolean {
  const ids = new Map([['', tree], ...folders])
  const filled = new Set([...folders.keys(), ...entries.map(({ path }) => path)].map(folderOf))
  return (
    [...filled].some((path) => !ids.has(path)) ||
    [...ids].some(([path, id]) => !filled.has(path) && id !== EMPTY_TREE)
  )
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

const EMPTY_TREE = treeId([])

async function walk(
  edge: Pick<Edge, 'ask'>,
  repository: RepositoryName,
  { tree, prefix }: { tree: string; prefix: string },
  read: Tree,
): Promise<Answer<true>> {
  const whole = await readListing(edge, repository, tree, '?recursive=1')
  if (whole.outcome !== 'found') return whole
  if (!whole.value.truncated) {
    read.verified &&= isWholeTree(tree, whole.value.tree)
    for (const item of whole.value.tree) addEntry(read, prefix, item)
    return found(true)
  }
  const level = await readListing(edge, repository, tree, '')
  if (level.outcome !== 'found') return level
  if (level.value.truncated) {
    return {
      outcome: 'could-not-tell',
      reason: `the folder "${prefix}" has more entries than GitHub lists`,
      retryAt: null,
    }
  }
  read.verified &&= treeId(level.value.tree) === tree
  for (const item of level.value.tree) {
    addEntry(read, prefix, item)
    if (item.type !== 'tree') continue
    const below = await walk(edge, repository, { tree: item.sha, prefix: `${prefix}${item.path}/` }, read)
    // The folder stands in the tree above it: that GitHub finds it nowhere is no answer about the tree.
    if (below.outcome === 'not-found') {
      return {
        outcome: 'could-not-tell',
        reason: `the folder "${prefix}${item.path}" could not be read`,
        retryAt: null,
      }
    }
    if (below.outcome !== 'found') return below
  }
  return found(true)
}

async function readListing(
  edge: Pick<Edge, 'ask'>,
  { owner, name }: RepositoryName,
  tree: string,
  query: '' | '?recursive=1',
): Promise<Answer<Listing>> {
  const path = `${apiPath`/repos/${owner}/${name}/git/trees/${tree}`}${query}`
  const asked = await edge.ask({ purpose: 'read tree', bucket: 'core', path })
  // 409: "Git Repository is empty."
  if (asked.kind === 'answer' && (asked.status === 404 || asked.status === 409)) return notFound
  const parsed =
    asked.kind === 'answer' && asked.status === 200 ? treeSchema.safeParse(asked.content) : undefined
  return parsed?.success === true ? found(parsed.data) : notTold(asked, `the tree ${tree}`)
}

function addEntry(
  { entries, folders }: Tree,
  prefix: string,
  { path, mode, type, sha, size }: Listing['tree'][number],
): void {
  if (type === 'tree') {
    folders.set(`${prefix}${path}`, sha)
    return
  }
  entries.push({
    path: `${prefix}${path}`,
    blob: sha,
    bytes: size ?? 0,
    mode,
    type: type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'blob',
  })
}
