import type { Badge } from './badge.ts'
import type { Comparison } from './comparison.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'

/** What is known of a repository and its account. */
export interface MatchHistoryView {
  earlierNames: string[]
  /** The latest first. */
  events: { at: string; actor: string; what: string }[]
  moreEvents: number
  owner: {
    name: string
    matches: {
      repository: string
      href: string
      strength: Badge
      decision: Badge | null
      availability: Badge
    }[]
    moreMatches: { count: number; href: string } | null
    notices: {
      id: string
      href: string
      kind: string
      status: Badge
      sentAt: string | null
      repositories: string[]
    }[]
    counterNotices: { notice: string; href: string; repository: string | null; receivedAt: string }[]
    returnedAfter: { notice: string; href: string; sentAt: string }[]
  }
}

export interface MatchPage extends Frame {
  /** Whether it belongs to a fork network whose root is another repository. */
  inNetwork: boolean
  /** The repository on GitHub. */
  outside: string | null
  strength: Badge
  /** Null for an official repository: there is nothing to decide. */
  decision: Badge | null
  availability: Badge
  match: {
    repository: string
    fork: boolean
    parent: string | null
    networkRoot: string | null
    official: boolean
    class: string
    originalsFound: number
    ofWork: number
    ofRepository: number
    entireRepository: boolean
    stars: number | null
    license: string | null
    reason: string
    firstSeenAt: string
    refs: { ref: string; commit: string; tree: string }[]
    notices: { id: string; href: string; retracted: boolean }[]
    reviews: {
      decision: string
      reviewer: string
      reason: string
      fairUse: string | null
      at: string
      /** Where what was decided in bulk is shown; null: it was decided by itself. */
      bulkHref: string | null
      /** Decided because of another with the same trees and evidence. */
      identical: boolean
      takenBack: { by: string; at: string } | null
    }[]
  }
  /** For who may not decide here. */
  reviewCommand: string | null
  /** Null where there is nothing to decide, or who looks may not. */
  decide: {
    action: string
    /** The user's name in full; null asks for one. */
    reviewer: string | null
    /** Hash of the evidence shown. */
    evidence: string
    sameTree: number
    /** It was referred to counsel, and waits for counsel's own decision. */
    counsel: boolean
    /** The query of the list that it was opened from, for going on to the next. */
    list: string
    choices: { value: string; text: string; effect: string }[]
  } | null
  /** Why a decision does not hold, or what came up since. */
  because: string | null
  earlier: {
    repository: string
    href: string
    decision: Badge
    reviewer: string
    reason: string
    at: string
    why: string
  }[]
  /** Its place in the list that it was opened from. */
  neighbours: { position: number; total: number; previous: string | null; next: string | null } | null
  files: {
    path: string
    original: string
    class: string
    strength: Badge
    bits: number
    ofOriginal: number
    href: string
    /** Whether it is the one compared below. */
    shown: boolean
  }[]
  pager: Pager
  /** Null where there are few files. */
  fileSearch: { action: string; text: string; list: { name: string; value: string }[]; all: string } | null
  /** The files before and after the one compared below. */
  fileNeighbours: { position: number; total: number; previous: string | null; next: string | null } | null
  history: MatchHistoryView
  comparison: Comparison | null
}

export const renderMatchPage: Page<MatchPage> = definePage('match')
