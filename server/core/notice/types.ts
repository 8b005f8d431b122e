import type { Tie } from '../returns/trace-return.ts'

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
