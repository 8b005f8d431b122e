import { definePage, type Frame, type Page } from './engine.ts'

export interface NewScanPage extends Frame {
  here: string
  action: string
  /** How many probes are shown. */
  limit: number
  /** Everything that search would be asked before anything is found. */
  searches: {
    kind: string
    query: string
    /** What leaves it out. */
    key: string
    original: string | null
    why: string
  }[]
  coverage: { originals: number; searchable: number; covered: number }
  notSearchable: { path: string; reason: string }[]
  notSearchableMore: number
  unseen: readonly string[]
}

export const renderNewScanPage: Page<NewScanPage> = definePage('scan-new')
