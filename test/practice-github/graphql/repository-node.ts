import { isVisible, isoSeconds } from '../rest/call.ts'
import { LICENSE_NAMES } from '../rest/render-license.ts'
import { treeFacts } from '../world/languages.ts'
import { licenseNodeId, repositoryNodeId, userNodeId } from '../world/node-id.ts'
import type { Repository, User } from '../world/repository.ts'
import { fullName, headTree } from '../world/repository.ts'
import { compareKeys, connection } from './connection.ts'
import type { Key, PageArguments } from './connection.ts'
import type { GraphqlContext } from './context.ts'
import { touch } from './context.ts'
import { objectNamed, refNode } from './git-nodes.ts'

interface Ordered {
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null
}

export function repositoryNode(context: GraphqlContext, repository: Repository): unknown {
  touch(context)
  const name = fullName(repository)
  const { owner, parent, network } = repository
  const facts = () => treeFacts(network.objects, headTree(repository))
  return {
    __typename: 'Repository',
    id: repositoryNodeId(repository),
    databaseId: repository.id,
    fullDatabaseId: String(repository.id),
    name: repository.name,
    nameWithOwner: name,
    owner: () => ownerNode(context, owner),
    url: `${context.addresses.web}/${name}`,
    resourcePath: `/${name}`,
    description: repository.description,
    homepageUrl: repository.homepage,
    isFork: parent !== undefined,
    parent: () => (parent === undefined || !isVisible(parent) ? null : repositoryNode(context, parent)),
    isPrivate: repository.private,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    isArchived: repository.archived,
    archivedAt: null,
    isDisabled: repository.block !== undefined && context.limits.graphqlDisabled !== 'unseen',
    isEmpty: repository.refs.size === 0,
    isLocked: false,
    lockReason: null,
    isMirror: false,
    isTemplate: false,
    createdAt: isoSeconds(repository.createdAt),
    updatedAt: isoSeconds(repository.updatedAt),
    pushedAt: repository.refs.size === 0 ? null : isoSeconds(repository.pushedAt),
    stargazerCount: repository.stars,
    // "how many forks there are of this repository in the whole network"
    forkCount: network.size - 1,
    diskUsage: () => Math.ceil(facts().bytes / 1024),
    primaryLanguage: () => {
      const { language } = facts()
      return language === null
        ? null
        : { __typename: 'Language', id: `LA_${language}`, name: language, color: null }
    },
    licenseInfo: () => licenseNode(repository.license),
    repositoryTopics: (args: PageArguments) =>
      connection(
        repository.topics,
        args,
        (topic) => [topic, topic],
        (topic) => ({ topic: { name: topic } }),
      ),
    defaultBranchRef: () => refNode(context, repository, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNode(context, repository, qualifiedName),
    refs: (args: PageArguments & { refPrefix: string }) => refs(context, repository, args),
    object: (args: { oid?: string; expression?: string }) => objectNamed(context, repository, args),
    releases: (args: PageArguments & Ordered) => releases(context, repository, args),
    forks: (args: PageArguments & Ordered) => {
      context.beforeForks(repository.id)
      return repositories(context, `forks of ${repository.id}`, () => repository.forks, args)
    },
  }
}

function refs(context: GraphqlContext, repository: Repository, args: PageArguments & { refPrefix: string }) {
  const prefix = args.refPrefix.endsWith('/') ? args.refPrefix : `${args.refPrefix}/`
  const names = [...repository.refs.keys()].filter((ref) => ref.startsWith(prefix)).sort()
  return connection(
    names,
    args,
    (ref) => [ref, ref],
    (ref) => refNode(context, repository, ref),
  )
}

/** By time; the newest first unless told. */
function releases(context: GraphqlContext, repository: Repository, args: PageArguments & Ordered) {
  const descending = args.orderBy?.direction !== 'ASC'
  const order = descending ? -1 : 1
  return connection(
    [...repository.releases].sort((a, b) => order * (a.at - b.at || a.id - b.id)),
    args,
    ({ at, id }) => [at, id],
    ({ tag, name, at, assets }) => ({
      __typename: 'Release',
      tagName: tag,
      name,
      url: `${context.addresses.web}/${fullName(repository)}/releases/tag/${tag}`,
      publishedAt: isoSeconds(at),
      isDraft: false,
      releaseAssets: (page: PageArguments) =>
        connection(
          assets,
          page,
          (asset) => [asset.id, asset.id],
          (asset) => ({
            __typename: 'ReleaseAsset',
            name: asset.name,
            size: asset.bytes,
            contentType: 'application/octet-stream',
            downloadUrl: `${context.addresses.web}/${fullName(repository)}/releases/download/${tag}/${asset.name}`,
          }),
        ),
    }),
    descending,
  )
}

/** `list` names what is listed, so that its order is kept from page to page until the world changes. */
function repositories(
  context: GraphqlContext,
  list: string,
  all: () => readonly Repository[],
  { orderBy, ...page }: PageArguments & Ordered,
) {
  const { field = 'CREATED_AT', direction = 'ASC' } = orderBy ?? {}
  const keyOf = KEYS[field] ?? KEYS['CREATED_AT']!
  const descending = direction === 'DESC'
  const listed = context.world.remember(
    `${list} ${field} ${direction} ${context.limits.graphqlDisabled}`,
    () =>
      all()
        .filter((repository) => isVisible(repository) && isShown(context, repository))
        .sort((a, b) => compareKeys(keyOf(a), keyOf(b)) * (descending ? -1 : 1)),
  )
  return connection(listed, page, keyOf, (repository) => repositoryNode(context, repository), descending)
}

const KEYS: Record<string, (repository: Repository) => Key> = {
  CREATED_AT: ({ createdAt, id }) => [createdAt, id],
  UPDATED_AT: ({ updatedAt, id }) => [updatedAt, id],
  PUSHED_AT: ({ pushedAt, id }) => [pushedAt, id],
  STARGAZERS: ({ stars, id }) => [stars, id],
  NAME: ({ name, id }) => [name.toLowerCase(), id],
}

export function isShown({ limits }: GraphqlContext, repository: Repository): boolean {
  return repository.block === undefined || limits.graphqlDisabled !== 'null'
}

export function ownerNode(context: GraphqlContext, user: User): unknown {
  touch(context)
  return {
    __typename: user.type,
    id: userNodeId(user),
    databaseId: user.id,
    login: user.login,
    name: user.name,
    createdAt: isoSeconds(user.createdAt),
    url: `${context.addresses.web}/${user.login}`,
    resourcePath: `/${user.login}`,
    avatarUrl: () => `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    repositories: (args: PageArguments & Ordered) =>
      repositories(
        context,
        `owned by ${user.id}`,
        () => [...context.world.repositories].filter(({ owner }) => owner === user),
        args,
      ),
  }
}

function licenseNode(spdx: string | null): unknown {
  if (spdx === null) return null
  const name = LICENSE_NAMES[spdx]
  const key = name === undefined ? 'other' : spdx.toLowerCase()
  return {
    __typename: 'License',
    id: licenseNodeId(key),
    key,
    name: name ?? 'Other',
    nickname: null,
    spdxId: name === undefined ? 'NOASSERTION' : spdx,
    url: null,
  }
}
