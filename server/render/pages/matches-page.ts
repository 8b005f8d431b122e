import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'
import type { SelectField } from './select-field.ts'

export interface MatchesPage extends Frame {
  slug: string
  action: string
  csvHref: string
  fields: SelectField[]
  q: string
  /** Whether an empty list may be the filter's doing. */
  filtered: boolean
  matches: {
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
    notices: { id: string; href: string }[]
  }[]
  pager: Pager
}

export const renderMatchesPage: Page<MatchesPage> = definePage('matches')
