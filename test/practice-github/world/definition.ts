import type { FileChanges } from '../git/trees.ts'

/** One commit on top of what was there before it; the first of a repository that is no fork starts from nothing. */
export interface CommitDefinition {
  message: string
  files: FileChanges
  /** ISO time; one hour after the commit before it unless told. */
  at?: string
  author?: { name: string; email: string }
}

export interface BranchDefinition {
  /** Where it starts: a branch or tag of this repository, or `owner/name:branch` in its network. Default: the default branch. */
  from?: string
  files?: FileChanges
  commits?: CommitDefinition[]
  message?: string
}

export interface TagDefinition extends BranchDefinition {
  /** Given: an annotated tag with this message. */
  annotation?: string
}

export interface BlockDefinition {
  /** `tos` and `unavailable` answer 403, `dmca` answers 451. */
  reason: 'dmca' | 'tos' | 'unavailable'
  /** The published notice, for `dmca`. */
  noticeUrl?: string
  at?: string
}

export interface RepositoryDefinition {
  owner: string
  name: string
  id?: number
  /** `owner/name` of a repository defined earlier. */
  forkOf?: string
  /** The default branch's files, in one commit on top of what the fork started from (or of nothing). */
  files?: FileChanges
  commits?: CommitDefinition[]
  message?: string
  defaultBranch?: string
  /** More branches; a string is another ref's head; `null` drops a branch that the fork inherited. */
  branches?: Record<string, BranchDefinition | string | null>
  tags?: Record<string, TagDefinition | string | null>
  stars?: number
  archived?: boolean
  private?: boolean
  description?: string
  homepage?: string
  topics?: string[]
  /** SPDX id that GitHub detected. */
  license?: string
  createdAt?: string
  pushedAt?: string
  block?: BlockDefinition
  /** No activity for a year and never a search result: code search has forgotten it. */
  notIndexed?: boolean
  releases?: {
    tag: string
    name?: string
    body?: string
    at?: string
    /** Files that somebody attached. */
    assets?: { name: string; bytes: number }[]
  }[]
}

export interface UserDefinition {
  login: string
  id?: number
  type?: 'User' | 'Organization'
  name?: string
  createdAt?: string
}

export interface GistDefinition {
  id: string
  owner: string
  files: Record<string, string>
  description?: string
  block?: BlockDefinition
  createdAt?: string
}

export interface WorldDefinition {
  /** The time that the story starts; repositories without `createdAt` are a little older. */
  startsAt?: string
  users?: UserDefinition[]
  gists?: GistDefinition[]
  repositories: RepositoryDefinition[]
}

/** A world is data. Several practice GitHubs can start from one definition and never see each other. */
export function defineWorld(definition: WorldDefinition): WorldDefinition {
  const defined = new Set<string>()
  for (const { owner, name, forkOf } of definition.repositories) {
    const fullName = `${owner}/${name}`.toLowerCase()
    if (defined.has(fullName)) throw new Error(`the world defines ${owner}/${name} twice`)
    if (forkOf !== undefined && !defined.has(forkOf.toLowerCase())) {
      throw new Error(`${owner}/${name} is a fork of ${forkOf}, which is not defined before it`)
    }
    defined.add(fullName)
  }
  return definition
}
