import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface DeadlinesPage extends Frame {
  calendarHref: string
  deadlines: {
    /** A day, YYYY-MM-DD. */
    due: string
    /** The rule names no exact day. */
    approximate: boolean
    state: Badge
    what: string
    notice: string
    noticeHref: string
    /** Null: the whole notice. */
    repository: string | null
    basis: string
    /** The letter to counsel about the choice; null: there is none. */
    letterHref: string | null
  }[]
}

export const renderDeadlinesPage: Page<DeadlinesPage> = definePage('deadlines')
