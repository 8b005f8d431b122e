import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'

export interface MailPage extends Frame {
  mail: {
    receivedAt: string
    sender: string | null
    kind: string
    state: Badge
    notice: string | null
    noticeHref: string | null
    /** Why it was linked, or left for a person. */
    reason: string
    sha256: string
    text: string
  }
  /** Null for who may not. */
  linkAction: string | null
}

export const renderMailPage: Page<MailPage> = definePage('mail')
