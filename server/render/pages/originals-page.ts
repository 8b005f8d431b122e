import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'

export interface OriginalsPage extends Frame {
  action: string
  claimed: string
  q: string
  /** The reasons for which some original is left out. */
  reasons: string[]
  originals: {
    path: string
    bytes: number
    sha1: string
    claimed: boolean
    excludedBecause: string | null
    excludedDetail: string | null
  }[]
  pager: Pager
}

export const renderOriginalsPage: Page<OriginalsPage> = definePage('originals')
