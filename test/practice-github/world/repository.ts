import type { ObjectStore } from '../git/object-store.ts'
import type { BlockDefinition } from './definition.ts'

export interface User {
  id: number
  login: string
  type: 'User' | 'Organization'
  name: string | null
  createdAt: number
  /** A suspended owner's repositories answer 404, like deleted ones. */
  suspended: boolean
}

export interface Network {
  objects: ObjectStore
  root: Repository
  /** Public and private, not the deleted. */
  size: number
}

export interface Block extends BlockDefinition {
  at: string
}

export interface Release {
  id: number
  tag: string
  name: string
  body: string
  at: number
  assets: { id: number; name: string; bytes: number }[]
}

/** A repository as it is now. Times are milliseconds since 1970. */
export interface Repository {
  readonly id: number
  owner: User
  name: string
  network: Network
  parent: Repository | undefined
  /** Direct forks, oldest first. */
  forks: Repository[]
  /** Full ref names to object ids. Never changed in place: a clean fork shares its parent's map. */
  refs: ReadonlyMap<string, string>
  defaultBranch: string
  createdAt: number
  updatedAt: number
  pushedAt: number
  /** A push after creation: without one, code search never shows a fork. */
  pushedSinceCreation: boolean
  stars: number
  archived: boolean
  private: boolean
  description: string | null
  homepage: string | null
  topics: readonly string[]
  license: string | null
  block: Block | undefined
  notIndexed: boolean
  releases: readonly Release[]
}

export function fullName({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner.login}/${name}`
}

/** The commit at the head of the default branch; `undefined` in an empty repository. */
export function headCommit(repository: Repository): string | undefined {
  return repository.refs.get(`refs/heads/${repository.defaultBranch}`)
}

export function headTree(repository: Repository): string | undefined {
  const head = headCommit(repository)
  return head === undefined ? undefined : repository.network.objects.commit(head).tree
}
