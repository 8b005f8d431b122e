import type { Badge } from './badge.ts'

/** The clocks that run out next. */
export interface Due {
  next: {
    due: string
    approximate: boolean
    state: Badge
    what: string
    notice: string
    href: string
    /** Null: the whole notice. */
    repository: string | null
  }[]
  /** How many more there are, and how many days have passed. */
  more: number
  past: number
  href: string
}
