import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'
import type { SelectField } from './select-field.ts'

/** The saved views and the filter, above the rows of a list. */
export interface MatchListHead {
  slug: string
  /** Where the filter is sent. */
  action: string
  /** The list, as its address holds it. */
  query: string
  csvHref: string
  fields: SelectField[]
  q: string
  /** Whether an empty list may be the filter's doing. */
  filtered: boolean
  /** The one network that the list is narrowed to; its name is null where its root was never seen. */
  network: { id: string; name: string | null; without: string } | null
  views: {
    name: string
    href: string
    /** Shows just this list. */
    here: boolean
    shared: boolean
    createdBy: string
    own: boolean
    renameAction: string
    removeAction: string
  }[]
  saveAction: string
  /** Whether views of one's own are possible: there is an account that they belong to. */
  mayKeepOwn: boolean
}

export interface MatchListRow {
  /** GitHub's. */
  id: number
  repository: string
  href: string
  official: boolean
  parent: string | null
  networkRoot: string | null
  networkHref: string | null
  strength: Badge
  class: string
  ofWork: number
  ofRepository: number
  entireRepository: boolean
  originalsFound: number
  /** Null for official repositories: there is nothing to decide. */
  decision: Badge | null
  availability: Badge
  notices: { id: string; href: string; retracted: boolean }[]
}

/** One decision about many. */
export interface BulkRow {
  id: number
  href: string
  decision: Badge
  reviewer: string
  at: string
  decided: number
  takenBack: number
}

export interface MatchesPage extends Frame {
  head: MatchListHead
  /** A worker looks at so many again; null: nobody asked just now. */
  asked: number | null
  byNetwork: string
  /** Null for who only reads. */
  select: {
    preview: string
    recheck: string
    list: string
    /** Under which a browser remembers what is selected of this list. */
    key: string
    /** As many as can be handled at once. */
    most: number
    decisions: { value: string; text: string }[]
    mayDecide: boolean
    mayScan: boolean
  } | null
  matches: MatchListRow[]
  /** The latest first. */
  bulks: BulkRow[]
  pager: Pager
}

export const renderMatchesPage: Page<MatchesPage> = definePage('matches')
