import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface InboxPage extends Frame {
  feedHref: string
  alerts: { kind: string; text: string; raisedAt: string; href: string | null }[]
  mails: {
    receivedAt: string
    sender: string | null
    subject: string | null
    href: string
    kind: string
    state: Badge
    notice: string | null
    noticeHref: string | null
    reason: string
  }[]
  /** Mails that are not listed. */
  more: number
}

export const renderInboxPage: Page<InboxPage> = definePage('inbox')
