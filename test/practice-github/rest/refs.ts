import { objectNodeId, refNodeId } from '../world/node-id.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import type { Call, Handler, JsonObject } from './call.ts'
import { json, notFound, openRepository, repositoryUrl } from './call.ts'
import { refuseEmpty } from './git-data.ts'
import { paginate } from './paginate.ts'
import { parentsOf, renderCommit, renderPerson, UNVERIFIED } from './render-commit.ts'

function refsUnder(repository: Repository, prefix: string): [name: string, id: string][] {
  return [...repository.refs]
    .filter(([ref]) => ref.startsWith(prefix))
    .map(([ref, id]): [string, string] => [ref.slice(prefix.length), id])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

export const listBranches: Handler = (call) => {
  const repository = openRepository(call)
  const branches = refsUnder(repository, 'refs/heads/')
  const url = repositoryUrl(call.addresses, repository)
  const { items, headers } = paginate(call, branches, `/repositories/${repository.id}/branches`)
  return json(
    items.map(([name, sha]) => ({ name, commit: { sha, url: `${url}/commits/${sha}` }, protected: false })),
    headers,
  )
}

export const getBranch: Handler = (call) => {
  const repository = openRepository(call)
  const name = call.params['branch'] ?? ''
  const sha = repository.refs.get(`refs/heads/${name}`)
  if (sha === undefined) throw notFound()
  const url = `${repositoryUrl(call.addresses, repository)}/branches/${encodeURIComponent(name)}`
  return json({
    name,
    commit: renderCommit(call, repository, sha),
    _links: { self: url, html: `${call.addresses.web}/${fullName(repository)}/tree/${name}` },
    protected: false,
    protection: { enabled: false },
    protection_url: `${url}/protection`,
  })
}

/** Tags as this listing gives them: annotated ones already lead to their commit. Newest names first. */
export const listTags: Handler = (call) => {
  const repository = openRepository(call)
  const tags = refsUnder(repository, 'refs/tags/').reverse()
  const url = repositoryUrl(call.addresses, repository)
  const { items, headers } = paginate(call, tags, `/repositories/${repository.id}/tags`)
  return json(
    items.map(([name, id]) => {
      const sha = repository.network.objects.peel(id)
      return {
        name,
        zipball_url: `${url}/zipball/refs/tags/${name}`,
        tarball_url: `${url}/tarball/refs/tags/${name}`,
        commit: { sha, url: `${url}/commits/${sha}` },
        node_id: refNodeId(repository, `refs/tags/${name}`),
      }
    }),
    headers,
  )
}

function renderRef(call: Call, repository: Repository, ref: string, sha: string): JsonObject {
  const url = repositoryUrl(call.addresses, repository)
  const type = repository.network.objects.get(sha)?.type ?? 'commit'
  return {
    ref,
    node_id: refNodeId(repository, ref),
    url: `${url}/git/${ref}`,
    object: { sha, type, url: `${url}/git/${type}s/${sha}` },
  }
}

export const getRef: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const ref = `refs/${call.params['ref'] ?? ''}`
  const sha = repository.refs.get(ref)
  if (sha === undefined) throw notFound()
  return json(renderRef(call, repository, ref, sha))
}

export const matchRefs: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const prefix = `refs/${call.params['ref'] ?? ''}`
  const found = [...repository.refs]
    .filter(([ref]) => ref.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return json(found.map(([ref, sha]) => renderRef(call, repository, ref, sha)))
}

export const getGitCommit: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const sha = call.params['commit_sha'] ?? ''
  const commit = repository.network.objects.get(sha)
  if (commit?.type !== 'commit') throw notFound()
  const url = repositoryUrl(call.addresses, repository)
  return json({
    sha,
    node_id: objectNodeId('C', repository, sha),
    url: `${url}/git/commits/${sha}`,
    html_url: `${call.addresses.web}/${fullName(repository)}/commit/${sha}`,
    author: renderPerson(commit.author),
    committer: renderPerson(commit.committer),
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message.trimEnd(),
    parents: parentsOf(call.addresses, repository, commit),
    verification: UNVERIFIED,
  })
}

export const getGitTag: Handler = (call) => {
  const repository = openRepository(call)
  refuseEmpty(repository)
  const sha = call.params['tag_sha'] ?? ''
  const tag = repository.network.objects.get(sha)
  if (tag?.type !== 'tag') throw notFound()
  const url = `${repositoryUrl(call.addresses, repository)}/git`
  return json({
    node_id: objectNodeId('TA', repository, sha),
    sha,
    url: `${url}/tags/${sha}`,
    tagger: renderPerson(tag.tagger),
    object: { sha: tag.object, type: 'commit', url: `${url}/commits/${tag.object}` },
    tag: tag.name,
    message: tag.message.trimEnd(),
    verification: UNVERIFIED,
  })
}
