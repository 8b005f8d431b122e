import { definePage, type Frame, type Page } from './engine.ts'
import type { Figure } from './figure.ts'
import type { Need } from './need.ts'
import type { ScanSummary } from './scan-summary.ts'

export interface WorkPage extends Frame {
  slug: string
  work: {
    owner: string
    description: string | null
    url: string | null
    /** `url` where it may be a link. */
    link: string | null
    license: string | null
    leakedAt: string | null
    fingerprintsOnly: boolean
  }
  version: number
  source: string
  official: string[]
  claimant: { name: string; role: string; organization: string } | null
  /** The figures that a person looks at first, and all of them. */
  tiles: Figure[]
  figures: Figure[]
  needs: Need[]
  /** Null: none was made yet. */
  scan: ScanSummary | null
  matchesHref: string
  /** Where notices are drafted; null for who may not. */
  draftAction: string | null
  originals: {
    total: number
    claimed: number
    excluded: { reason: string; count: number; href: string }[]
    href: string
  }
  skipped: { path: string; reason: string }[]
  /** How many of what was skipped are not listed. */
  skippedMore: number
}

export const renderWorkPage: Page<WorkPage> = definePage('work')
