import { repositoryNodeId } from '../world/node-id.ts'
import { treeFacts } from '../world/languages.ts'
import type { Repository } from '../world/repository.ts'
import { fullName, headTree } from '../world/repository.ts'
import type { Addresses, JsonObject } from './call.ts'
import { isoSeconds } from './call.ts'
import { renderLicense } from './render-license.ts'
import { renderUser } from './render-user.ts'

/** What code search items hold: names and addresses, no counts and no times. */
export function renderNamedRepository(addresses: Addresses, repository: Repository): JsonObject {
  const name = fullName(repository)
  const url = `${addresses.api}/repos/${name}`
  return {
    id: repository.id,
    node_id: repositoryNodeId(repository),
    name: repository.name,
    full_name: name,
    private: repository.private,
    owner: renderUser(addresses, repository.owner),
    html_url: `${addresses.web}/${name}`,
    description: repository.description,
    fork: repository.parent !== undefined,
    url,
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
  }
}

/** What listings hold. A disabled repository is listed like any other and says so. */
export function renderMinimalRepository(addresses: Addresses, repository: Repository): JsonObject {
  const name = fullName(repository)
  const web = `${addresses.web}/${name}`
  const host = new URL(addresses.web).host
  const { language, bytes } = treeFacts(repository.network.objects, headTree(repository))
  return {
    ...renderNamedRepository(addresses, repository),
    created_at: isoSeconds(repository.createdAt),
    updated_at: isoSeconds(repository.updatedAt),
    pushed_at: isoSeconds(repository.pushedAt),
    git_url: `git://${host}/${name}.git`,
    ssh_url: `git@${host}:${name}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    homepage: repository.homepage,
    size: Math.ceil(bytes / 1024),
    stargazers_count: repository.stars,
    watchers_count: repository.stars,
    language,
    has_issues: repository.parent === undefined,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: repository.forks.length,
    mirror_url: null,
    archived: repository.archived,
    disabled: repository.block !== undefined,
    open_issues_count: 0,
    license: renderLicense(addresses, repository.license),
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [...repository.topics],
    visibility: repository.private ? 'private' : 'public',
    forks: repository.forks.length,
    open_issues: 0,
    watchers: repository.stars,
    default_branch: repository.defaultBranch,
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true },
  }
}

/** `GET /repos/{owner}/{repo}`: the only answer with `parent`, `source` and the size of the network. */
export function renderFullRepository(addresses: Addresses, repository: Repository): JsonObject {
  const { parent, network, owner } = repository
  return {
    ...renderMinimalRepository(addresses, repository),
    temp_clone_token: null,
    ...(owner.type === 'Organization' ? { organization: renderUser(addresses, owner) } : {}),
    ...(parent === undefined
      ? {}
      : {
          parent: renderMinimalRepository(addresses, parent),
          source: renderMinimalRepository(addresses, network.root),
        }),
    network_count: network.size - 1,
    subscribers_count: 0,
  }
}
