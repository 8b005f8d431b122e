import type { MatchClass, Strength } from '../match/types.ts'
import type { Tie } from '../returns/trace-return.ts'
import type { WrittenPart } from './own-words.ts'
import type { Decision } from '../repository/types.ts'

/**
 * The notice as a document: GitHub's takedown form field by field (form of 2025-04), and the retraction letter.
 * It is plain data: what is stored, signed, rendered and read back. It never changes once signed.
 */

/** Who complains. `agent` acts for the owner of the copyright. */
export interface Claimant {
  name: string
  role: 'owner' | 'agent'
  /** Empty for a person who claims an own work. */
  organization: string
  /** The nature of the ownership, or of the authorization to act on the owner's behalf. */
  authority: string
  email: string
  phone: string | null
  address: string | null
}

/** The copyrighted work as a notice describes it. */
export interface NoticedWork {
  title: string
  owner: string
  description: string
  url: string | null
  /** ISO date on which the work became public without permission, when it is known. */
  leakedAt: string | null
}

/** One file of the material, as GitHub wants it: a URL at a branch or tag, with what fixes its content. */
export interface MaterialFile {
  path: string
  /** `refs/heads/main`, `refs/tags/v1` */
  ref: string
  commit: string
  blob: string
  permalink: string
}

/** A repository that the notice says infringes. `files` is empty where the entire repository does. */
export interface NamedRepository {
  id: number
  owner: string
  name: string
  files: MaterialFile[]
}

export type NoticeScope = 'entire-repository' | 'specific-files'

/** The answers asked for when the work is under an open source license. */
export interface OpenSourceAnswers {
  license: string
  violation: string
  changes: string
}

/** The answers asked for when technological measures are claimed (17 U.S.C. 1201). */
export interface CircumventionAnswers {
  measures: string
  circumvention: string
}

export type Solution =
  { kind: 'must-be-removed' } | { kind: 'can-be-made-private' } | { kind: 'other-change'; change: string }

/** The submitter's ticked statements. The wording lives in templates/notices/statements. */
export interface TickedStatements {
  goodFaith: boolean
  fairUse: boolean
  perjury: boolean
  guide: boolean
}

export interface NoticeSignature {
  name: string
  /** ISO time. */
  at: string
}

/** Material that is no repository: an npm package or a gist (GitHub's form), or a page of another provider (a letter). */
export interface OtherMaterial {
  id: number
  kind: 'npm' | 'gist' | 'elsewhere'
  url: string
  /** Its files that are copies, by the ids of their bytes; empty where all of it is. */
  files: { path: string; blob: string }[]
}

/**
 * What stands behind the sworn sentence that all or most forks infringe: a random sample of the network, each drawn
 * repository reviewed by a person, with the exact one-sided bound of the share that infringes.
 */
export interface ForkSample {
  root: string
  /** Repositories in the network, the root included. */
  networkSize: number
  /** How many were drawn from how many, by which seed, and which. */
  population: number
  seed: string
  drawn: string[]
  /** Of the drawn, how many a person reviewed as infringing. */
  infringing: number
  confidence: number
  /** At least this share of the population infringes, with the confidence given. */
  atLeast: number
  reason: string
  /** The second signatory; null until one agreed. */
  agreed: NoticeSignature | null
}

/** What came back of what an earlier notice of ours named, as far as this notice says it: facts that were seen. */
export interface EarlierClaim {
  /** `owner/name` that this notice names. */
  repository: string
  /** `owner/name` that the earlier one named. */
  earlier: string
  /** ISO day. */
  sentOn: string
  publishedUrl: string | null
  ticket: string | null
  ties: Tie[]
}

export interface TakedownDocument {
  kind: 'takedown' | 'revised'
  platform: 'GitHub' | 'npm.js' | 'Both'
  /** The 7-digit ticket of the notice that this one revises; null in a first notice. */
  ticket: string | null
  work: NoticedWork
  claimant: Claimant
  scope: NoticeScope
  /** The claim question: usually one repository; several where forks share a parent that is not named. */
  repositories: NamedRepository[]
  /** The fork question: forks of the repositories above, each with evidence of its own. */
  forks: NamedRepository[]
  /** An npm package or a gist, in a notice of its own. */
  otherMaterial: OtherMaterial[]
  /** Clawback looks at each fork, so the sworn sentence about a sample is off unless somebody asked for it. */
  representativeForks: false | ForkSample
  technologicalMeasures: CircumventionAnswers | null
  openSource: OpenSourceAnswers | null
  solution: Solution
  infringerContact: string
  /** Only where a person asked for it. */
  history?: EarlierClaim[]
  statements: TickedStatements
  signature: NoticeSignature | null
}

/** The notice that another one revises or retracts. */
export interface NoticeReference {
  id: string
  publishedUrl: string | null
  ticket: string | null
  /** ISO date on which it was sent. */
  sentAt: string | null
}

/**
 * What a retraction withdraws. `listed`: the claim against these. `all-except`: everything disabled under
 * the notice but these, which stay disabled (what a network-wide overreach needs).
 */
export type RetractionScope =
  | { mode: 'whole'; repositories: RepositoryReference[] }
  | { mode: 'listed'; repositories: RepositoryReference[]; stayDisabled: RepositoryReference[] }
  | { mode: 'all-except'; stayDisabled: RepositoryReference[] }

export interface RepositoryReference {
  owner: string
  name: string
}

export interface RetractionDocument {
  kind: 'retraction'
  about: NoticeReference
  work: NoticedWork
  claimant: Claimant
  withdraws: RetractionScope
  /** Why, in the claimant's words; may be empty. */
  reason: string
  signature: NoticeSignature | null
}

/** To GitHub, after owners had their time to make changes: what is settled, and what is to be disabled. */
export interface ReplyDocument {
  kind: 'reply'
  about: NoticeReference
  work: NoticedWork
  claimant: Claimant
  scope: NoticeScope
  /** The material is gone from these. */
  settled: RepositoryReference[]
  /** These hold it still. */
  remaining: NamedRepository[]
  signature: NoticeSignature | null
}

/** A request to keep the records of who uploaded and fetched the material; no notice under 512(c)(3). */
export interface PreservationDocument {
  kind: 'preservation'
  /** The notice that the material is claimed in; null when it is asked for before any. */
  about: NoticeReference | null
  work: NoticedWork
  claimant: Claimant
  repositories: NamedRepository[]
  signature: NoticeSignature | null
}

/** A notice under 512(c)(3) to another provider, about material on its own pages. */
export interface LetterDocument {
  kind: 'letter'
  /** The host of the material, and its designated agent with the address, a line each. */
  provider: { host: string; agent: string }
  work: NoticedWork
  claimant: Claimant
  materials: OtherMaterial[]
  statements: TickedStatements
  signature: NoticeSignature | null
}

export type NoticeDocument =
  TakedownDocument | RetractionDocument | ReplyDocument | PreservationDocument | LetterDocument

export type NoticeKind = NoticeDocument['kind']

/** Whether GitHub takes repositories down because of it: what is tracked, counted and retracted. */
export function isTakedownKind(kind: NoticeKind): kind is TakedownDocument['kind'] {
  return kind === 'takedown' || kind === 'revised'
}

export function isTakedown(document: NoticeDocument): document is TakedownDocument {
  return isTakedownKind(document.kind)
}

/** Every repository that a takedown names, the forks included. */
export function namedRepositories(document: TakedownDocument): NamedRepository[] {
  return [...document.repositories, ...document.forks]
}

/** Every repository that a document accuses, whatever its kind: each needs a reviewer's decision over its evidence. */
export function accusedRepositories(document: NoticeDocument): NamedRepository[] {
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return namedRepositories(document)
    case 'reply':
      return document.remaining
    case 'preservation':
      return document.repositories
    case 'retraction':
    case 'letter':
      return []
  }
}

/** The material besides repositories that a document accuses. */
export function accusedMaterial(document: NoticeDocument): OtherMaterial[] {
  if (document.kind === 'letter') return document.materials
  return isTakedown(document) ? document.otherMaterial : []
}

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

/** What stands in the way of a notice (`error`) or deserves a second look (`warning`). The code never changes. */
export interface NoticeProblem {
  code: string
  severity: 'error' | 'warning'
  message: string
  fix: string
  /** `owner/name`, where the problem is about one repository. */
  repository?: string
  /** The part that somebody wrote, where the problem is about its text. */
  part?: WrittenPart
}
