import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

type Row = { repository: string; href: string }

export interface BulkPage extends Frame {
  slug: string
  id: number
  decision: Badge
  reviewer: string
  by: string
  at: string
  reason: string
  fairUse: string | null
  /** The list whose every match was meant; null: rows were chosen. */
  listHref: string | null
  decided: number
  /** Stand, and can be taken back. */
  open: Row[]
  left: (Row & { reason: string })[]
  takenBack: Row[]
  /** Where taking back is asked for; null where nothing can be, or not by who looks. */
  takeBack: string | null
}

export const renderBulkPage: Page<BulkPage> = definePage('bulk')
