import { definePage, type Frame, type Page } from './engine.ts'
import type { MatchListHead } from './matches-page.ts'
import type { Pager } from './pager.ts'

export interface MatchesByNetworkPage extends Frame {
  head: MatchListHead
  matchesHref: string
  /** In all networks together. */
  matches: number
  networks: {
    root: number
    repository: string | null
    href: string
    /** The whole network as a picture, those that do not match among it. */
    picture: string | null
    matches: number
    strong: number
    weak: number
    undecided: number
    infringing: number
    standing: number
  }[]
  pager: Pager
}

export const renderMatchesByNetworkPage: Page<MatchesByNetworkPage> = definePage('matches-by-network')
