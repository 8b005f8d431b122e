import type { Commit, Person } from '../git/objects.ts'
import { objectNodeId } from '../world/node-id.ts'
import type { Repository } from '../world/repository.ts'
import { fullName } from '../world/repository.ts'
import type { World } from '../world/state.ts'
import type { Addresses, Call, JsonObject } from './call.ts'
import { isoSeconds, repositoryUrl } from './call.ts'
import { renderUser } from './render-user.ts'

export const UNVERIFIED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
}

/** A commit as commit listings and commit search give it. */
export function renderCommit(
  { addresses, world }: Pick<Call, 'addresses' | 'world'>,
  repository: Repository,
  sha: string,
): JsonObject {
  const commit = repository.network.objects.commit(sha)
  const url = repositoryUrl(addresses, repository)
  const web = `${addresses.web}/${fullName(repository)}`
  return {
    url: `${url}/commits/${sha}`,
    sha,
    node_id: objectNodeId('C', repository, sha),
    html_url: `${web}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      url: `${url}/git/commits/${sha}`,
      author: renderPerson(commit.author),
      committer: renderPerson(commit.committer),
      message: commit.message.trimEnd(),
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: UNVERIFIED,
    },
    author: accountOf(addresses, world, commit.author),
    committer: accountOf(addresses, world, commit.committer),
    parents: parentsOf(addresses, repository, commit),
  }
}

export function parentsOf(addresses: Addresses, repository: Repository, { parents }: Commit): JsonObject[] {
  return parents.map((parent) => ({
    sha: parent,
    url: `${repositoryUrl(addresses, repository)}/commits/${parent}`,
    html_url: `${addresses.web}/${fullName(repository)}/commit/${parent}`,
  }))
}

export function renderPerson({ name, email, at }: Person): JsonObject {
  return { name, email, date: isoSeconds(at.getTime()) }
}

/** The account that GitHub shows for an address: here the private address that names it. */
function accountOf(addresses: Addresses, world: World, { email }: Person): JsonObject | null {
  const login = /^(.+)@users\.noreply\.github\.com$/.exec(email)?.[1]
  const user = login === undefined ? undefined : world.existingUser(login)
  return user === undefined ? null : renderUser(addresses, user)
}
