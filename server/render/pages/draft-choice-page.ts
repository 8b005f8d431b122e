import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface DraftChoicePage extends Frame {
  action: string
  /** What waits for a decision, and what has one. */
  toReview: string
  infringing: string
  /** How many no signed notice names yet. */
  free: number
  /** Networks that are not shown, the smallest. */
  moreNetworks: number
  networks: {
    root: string
    size: number
    free: number
    /** Too many to show in rows. */
    hidden: number
    repositories: {
      repository: string
      href: string
      strength: Badge
      entireRepository: boolean
      availability: Badge
      notice: { id: string; href: string } | null
    }[]
  }[]
}

export const renderDraftChoicePage: Page<DraftChoicePage> = definePage('draft-choice')
