import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { ScanCoverage } from './scan-coverage.ts'
import type { ScanParts } from './scan-parts.ts'

export interface ScanPage extends Frame, ScanParts {
  id: number
  here: string
  state: Badge
  /** The state as a program names it: when it changes, so do the buttons. */
  stateWord: string
  startedBy: string | null
  startedAt: string
  finishedAt: string | null
  paused: { by: string; at: string } | null
  /** Null: it cannot be paused, or who looks may not. */
  pauseAction: string | null
  resumeAction: string | null
  resumeText: string
  /** Where the page follows it; null: nothing changes by itself. */
  live: string | null
  asked: { name: string; values: string[] }[]
  reasons: string[]
  coverage: ScanCoverage
  matchesHref: string
  requestsHref: string
}

export const renderScanPage: Page<ScanPage> = definePage('scan')
