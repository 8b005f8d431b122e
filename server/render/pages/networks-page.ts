import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'

export interface NetworksPage extends Frame {
  slug: string
  networks: {
    root: string
    href: string
    rootOfficial: boolean
    /** ISO; null: it was never listed. */
    listedAt: string | null
    size: number
    examined: number
    strong: number
    weak: number
    couldNotTell: number
    official: number
    disabled: number
    overreach: number
    named: number
    withoutEvidence: number
  }[]
  /** Repositories with a match that stand in no network. */
  alone: number
  pager: Pager
}

export const renderNetworksPage: Page<NetworksPage> = definePage('networks')
