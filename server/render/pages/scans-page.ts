import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface ScansPage extends Frame {
  /** Null for who may not search. */
  newHref: string | null
  scans: {
    id: number
    href: string
    state: Badge
    startedBy: string | null
    startedAt: string
    asked: string[]
    matches: { strong: number; weak: number }
    /** Null: it has not ended yet. */
    newCopies: number | null
    requests: number
  }[]
  newest: string | null
  older: string | null
  /** Null: it is scanned only when somebody asks. */
  schedule: { pattern: string; next: string; setBy: string; asked: string[] } | null
  scheduleAction: string | null
  unscheduleAction: string | null
}

export const renderScansPage: Page<ScansPage> = definePage('scans')
