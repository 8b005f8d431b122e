import { walkTree } from '../git/trees.ts'
import type { WalkedEntry } from '../git/trees.ts'
import type { TreeEntry } from '../git/objects.ts'
import { objectNodeId } from '../world/node-id.ts'
import type { Repository } from '../world/repository.ts'
import { resolveRevision } from '../world/resolve-revision.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { json, notFound, openRepository, problem, repositoryUrl, validationFailed } from './call.ts'

/** Refuses what needs a commit when the repository has none. */
export function refuseEmpty(repository: Repository): void {
  if (repository.refs.size === 0) throw problem(409, 'Git Repository is empty.')
}

/** A tree, or the tree of a commit, tag or branch. Any value of `recursive`, `0` and `false` too, turns it on. */
export const getTree: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const tree = treeNamed(repository, call.params['tree_sha'] ?? '')
  if (tree === undefined) throw notFound()
  const { objects } = repository.network
  const entries: Iterable<WalkedEntry> = call.query.has('recursive')
    ? walkTree(objects, tree)
    : objects.tree(tree).entries.map((entry) => ({ ...entry, path: entry.name }))
  const { rendered, truncated } = renderEntries(call, repository, entries)
  return json({
    sha: tree,
    url: `${repositoryUrl(call.addresses, repository)}/git/trees/${tree}`,
    tree: rendered,
    truncated,
  })
}

function treeNamed(repository: Repository, name: string): string | undefined {
  const { objects } = repository.network
  const id = resolveRevision(repository, name)
  if (id === undefined) return undefined
  const object = objects.get(objects.peel(id))
  if (object?.type === 'commit') return object.tree
  return object?.type === 'tree' ? id : undefined
}

/** GitHub stops at 100,000 entries or 7 MB, says so, and leaves the rest out. */
function renderEntries(call: Call, repository: Repository, entries: Iterable<WalkedEntry>) {
  const rendered: JsonObject[] = []
  let bytes = 0
  for (const entry of entries) {
    const item = renderEntry(call, repository, entry)
    bytes += JSON.stringify(item).length + 1
    if (rendered.length >= call.limits.treeEntries || bytes > call.limits.treeBytes)
      return { rendered, truncated: true }
    rendered.push(item)
  }
  return { rendered, truncated: false }
}

function renderEntry(
  call: Call,
  repository: Repository,
  { path, mode, sha }: TreeEntry & { path: string },
): JsonObject {
  const url = `${repositoryUrl(call.addresses, repository)}/git`
  if (mode === '160000') return { path, mode, type: 'commit', sha }
  if (mode === '040000') return { path, mode, type: 'tree', sha, url: `${url}/trees/${sha}` }
  const { length } = repository.network.objects.blob(sha).data
  return { path, mode, type: 'blob', sha, size: length, url: `${url}/blobs/${sha}` }
}

/** Any blob of the network, whether or not this repository's own refs reach it. */
export const getBlob: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const sha = call.params['file_sha'] ?? ''
  if (!/^[0-9a-f]{40}$/i.test(sha)) {
    throw validationFailed([], 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  }
  const object = repository.network.objects.get(sha.toLowerCase())
  if (object?.type !== 'blob') throw notFound()
  if (object.data.length > call.limits.blobBytes) {
    throw problem(
      403,
      'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API',
      {
        errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }],
      },
    )
  }
  if (wantsRaw(call))
    return { status: 200, bytes: object.data, type: 'application/vnd.github.raw+json; charset=utf-8' }
  return json({
    sha,
    node_id: objectNodeId('B', repository, sha),
    size: object.data.length,
    url: `${repositoryUrl(call.addresses, repository)}/git/blobs/${sha}`,
    content: base64Lines(object.data),
    encoding: 'base64',
  })
}

export function wantsRaw({ accept }: Pick<Call, 'accept'>): boolean {
  return /application\/vnd\.github(\.v3)?\.raw/.test(accept)
}

/** GitHub breaks base64 after every 60 characters. */
export function base64Lines(data: Buffer): string {
  return data.toString('base64').replace(/.{1,60}/g, '$&\n')
}
