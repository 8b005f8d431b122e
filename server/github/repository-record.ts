import { z } from 'zod'

/**
 * One repository as GitHub describes it, under the names it is stored by. What an answer does not tell is left out,
 * so that what was known stays.
 */
export interface RepositoryRecord {
  /** Names are changed and reused; this is the key. */
  id: number
  nodeId: string
  owner: string
  name: string
  fork: boolean
  parentId?: number | null
  /** The root of its fork network: its own id when it is no fork. */
  networkRootId?: number
  /** When the root was seen to be the root: GitHub moves it when the root is deleted. */
  rootObservedAt?: Date
  private: boolean
  archived?: boolean
  stars?: number
  /** Direct forks. */
  forksCount?: number
  sizeKb?: number
  description?: string | null
  defaultBranch?: string
  /** SPDX id; `NOASSERTION`: a licence that GitHub does not know. Null: none was found. */
  license?: string | null
  githubCreatedAt?: Date
  /** Null: nothing was ever pushed. */
  pushedAt?: Date | null
}

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** A repository inside another REST answer: `parent`, `source`, a search hit. */
export const restRepository = z.object({
  id: z.int().positive(),
  node_id: z.string(),
  name: z.string().min(1),
  owner: z.object({ login: z.string().min(1) }),
  fork: z.boolean(),
  private: z.boolean(),
  archived: z.boolean().optional(),
  stargazers_count: z.int().optional(),
  forks_count: z.int().optional(),
  size: z.int().optional(),
  description: z.string().nullish(),
  default_branch: z.string().optional(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
  created_at: time.nullish(),
  pushed_at: time.nullish(),
})

export function recordFromRest(repository: z.output<typeof restRepository>): RepositoryRecord {
  const { license, description, created_at: createdAt, pushed_at: pushedAt } = repository
  return {
    id: repository.id,
    nodeId: repository.node_id,
    owner: repository.owner.login,
    name: repository.name,
    fork: repository.fork,
    private: repository.private,
    ...given('archived', repository.archived),
    ...given('stars', repository.stargazers_count),
    ...given('forksCount', repository.forks_count),
    ...given('sizeKb', repository.size),
    ...given('description', description),
    ...given('defaultBranch', repository.default_branch),
    ...(license === undefined ? {} : { license: license?.spdx_id ?? null }),
    ...given('githubCreatedAt', createdAt ?? undefined),
    ...given('pushedAt', pushedAt),
  }
}

/** The fields of `graphqlRepository`. */
export const REPOSITORY_FIELDS = `id databaseId name owner { login } isFork isPrivate isArchived isDisabled isEmpty
  stargazerCount diskUsage description createdAt pushedAt licenseInfo { spdxId } defaultBranchRef { name }`

export const graphqlRepository = z.object({
  id: z.string(),
  databaseId: z.int().positive(),
  name: z.string().min(1),
  owner: z.object({ login: z.string().min(1) }),
  isFork: z.boolean(),
  isPrivate: z.boolean(),
  isArchived: z.boolean(),
  isDisabled: z.boolean(),
  isEmpty: z.boolean(),
  stargazerCount: z.int(),
  diskUsage: z.int().nullish(),
  description: z.string().nullish(),
  createdAt: time,
  pushedAt: time.nullish(),
  licenseInfo: z.object({ spdxId: z.string().nullish() }).nullish(),
  defaultBranchRef: z.object({ name: z.string() }).nullish(),
})

export function recordFromGraphql(repository: z.output<typeof graphqlRepository>): RepositoryRecord {
  const { licenseInfo, defaultBranchRef } = repository
  return {
    id: repository.databaseId,
    nodeId: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    fork: repository.isFork,
    private: repository.isPrivate,
    archived: repository.isArchived,
    stars: repository.stargazerCount,
    githubCreatedAt: repository.createdAt,
    ...given('sizeKb', repository.diskUsage ?? undefined),
    ...given('description', repository.description),
    ...given('defaultBranch', defaultBranchRef?.name),
    ...(licenseInfo === undefined ? {} : { license: licenseInfo?.spdxId ?? null }),
    ...given('pushedAt', repository.pushedAt),
  }
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>)
}
