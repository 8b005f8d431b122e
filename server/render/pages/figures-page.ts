import type { AliveChart } from './alive-chart.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Figure } from './figure.ts'
import type { FunnelStep } from './work-page.ts'

/** A time as half and as 95 of 100 cases have it at most, in words. */
export interface ClockRow {
  name: string
  /** Null: no case yet. */
  times: { median: string; p95: string; n: number } | null
  definition: string
}

/** A part of a whole, with its bar. */
export interface ShareRow {
  name: string
  count: number
  share: number
  /** Of its bar, up to 400. */
  width: number
}

export interface FiguresPage extends Frame {
  slug: string
  downloads: { figures: string; days: string; json: string }
  /** Null while there is not yet anything to compare. */
  chart: AliveChart | null
  clocks: ClockRow[]
  outcomes: { rows: ShareRow[]; definition: string }
  disabled: { rows: ShareRow[]; definition: string }
  requests: { rows: ShareRow[]; definition: string }
  funnel: FunnelStep[]
  figures: Figure[]
}

export const renderFiguresPage: Page<FiguresPage> = definePage('figures')
