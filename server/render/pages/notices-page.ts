import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { Pager } from './pager.ts'

export interface NoticesPage extends Frame {
  notices: {
    id: string
    href: string
    kind: string
    status: Badge
    scope: string
    /** The first repository named, and how many there are. */
    first: string | null
    named: number
    /** Of them, those given back since. */
    retracted: string[]
    files: number
    createdAt: string
    signedBy: string | null
    signedAt: string | null
    sentAt: string | null
    ticket: string | null
  }[]
  pager: Pager
}

export const renderNoticesPage: Page<NoticesPage> = definePage('notices')
