import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

/** What one wording lets GitHub disable. */
export interface ReachRow {
  network: string
  wording: string
  couldDisable: number
  withEvidence: number
  withoutEvidence: number
  official: number
  allowed: boolean
  because: string[]
}

export interface DraftedPage extends Frame {
  notices: { id: string; href: string; status: Badge; named: number; scope: string }[]
  problems: { tone: string; code: string; message: string; fix: string }[]
  reach: ReachRow[]
}

export const renderDraftedPage: Page<DraftedPage> = definePage('drafted')
