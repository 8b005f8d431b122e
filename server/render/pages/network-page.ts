import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Figure } from './figure.ts'
import type { Pager } from './pager.ts'

/** What one wording of a notice would let GitHub disable. */
export interface WordingRow {
  wording: string
  name: string
  couldDisable: number
  withEvidence: number
  withoutEvidence: number
  official: number
  allowed: boolean
  because: string[]
}

export interface NetworkPage extends Frame {
  root: string
  /** ISO; null: it was never listed, and only what was met by the way is known. */
  listedAt: string | null
  tiles: Figure[]
  /** Where the picture's figures come from, and the address that a repository's name is put behind. */
  pictureHref: string
  matchesHref: string
  states: { state: string; name: string; meaning: string; count: number; href: string }[]
  /** Repositories that GitHub counted and did not list. */
  unlisted: number
  wordings: WordingRow[]
  action: string
  q: string
  state: string
  filtered: boolean
  options: { value: string; text: string; chosen: boolean }[]
  members: {
    repository: string
    /** Its match; null where there is none. */
    href: string | null
    parent: string | null
    state: Badge
    strength: Badge | null
    decision: Badge | null
    availability: Badge
    /** `2026-03-31`; null: GitHub did not tell. */
    createdOn: string | null
    stars: number | null
  }[]
  pager: Pager
}

export const renderNetworkPage: Page<NetworkPage> = definePage('network')
