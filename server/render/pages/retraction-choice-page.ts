import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface RetractionChoicePage extends Frame {
  notice: { id: string; status: Badge }
  action: string
  /** Disabled under the notice without being named in it. */
  swept: { repository: string; official: boolean; disabledAt: string | null; retractedAt: string | null }[]
  named: { repository: string; role: string; href: string; availability: Badge }[]
}

export const renderRetractionChoicePage: Page<RetractionChoicePage> = definePage('retraction-choice')
