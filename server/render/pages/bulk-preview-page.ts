import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface BulkPreviewPage extends Frame {
  decision: Badge
  value: string
  /** Whether it needs how fair use was considered. */
  accuses: boolean
  selected: number
  /** Would be decided. */
  repositories: { repository: string; href: string }[]
  refused: { repository: string; href: string; reason: string }[]
  action: string
  back: string
  /** The user's name in full; null asks for one. */
  reviewer: string | null
  seen: string
  list: string
  all: boolean
  ids: string
}

export const renderBulkPreviewPage: Page<BulkPreviewPage> = definePage('bulk-preview')
