import type { Badge } from './badge.ts'
import type { Comparison } from './comparison.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'

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
    notices: { id: string; href: string }[]
    reviews: { decision: string; reviewer: string; reason: string; fairUse: string | null; at: string }[]
  }
  reviewCommand: string | null
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
  comparison: Comparison | null
}

export const renderMatchPage: Page<MatchPage> = definePage('match')
