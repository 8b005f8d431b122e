import type { AliveChart } from './alive-chart.ts'
import type { Due } from './due.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Figure } from './figure.ts'
import type { Need } from './need.ts'
import type { ScanSummary } from './scan-summary.ts'

/** One step on the way from a candidate to a repository taken down. */
export interface FunnelStep {
  name: string
  count: number
  href: string | null
  /** Of its bar, up to 400. */
  width: number
}

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
  /** The figures that a person looks at first. */
  tiles: Figure[]
  figuresHref: string
  needs: Need[]
  due: Due
  /** Null while there is not yet anything to compare. */
  chart: AliveChart | null
  funnel: FunnelStep[]
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
