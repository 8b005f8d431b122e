import type { MatchClass, Strength } from '../match/types.ts'
import type { Decision } from '../repository/types.ts'
import type { MaterialFile } from './types.ts'

/** A repository as GitHub identifies it: names are reused, the id is the key. */
export interface RepositoryIdentity {
  id: number
  owner: string
  name: string
}

/** One repository that a person wants to name, with all that decides whether a notice may. */
export interface NoticeCandidate extends RepositoryIdentity {
  parent: RepositoryIdentity | null
  networkRoot: RepositoryIdentity | null
  official: boolean
  decision: Decision | null
  strength: Strength
  class: MatchClass
  /** Everything of substance in the repository is the work: the form's "entire repository". */
  entireRepository: boolean
  /** Share of the repository's substance that is the work's, 0 to 1. */
  ofRepository: number
  evidence: MaterialFile[]
  /** The license found in the repository, for the record; null where there is none. */
  license: string | null
}

/** What is known about the networks that the candidates live in. */
export interface NoticeFacts {
  /** The owner's own or licensed repositories: never named, never the parent of a claim. */
  officialRepositories: RepositoryIdentity[]
}
