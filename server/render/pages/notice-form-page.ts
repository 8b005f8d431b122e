import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { NoticeTab } from './notice-tabs.ts'

export interface NoticeFormPage extends Frame {
  noticePages: NoticeTab[]
  notice: { id: string; status: Badge }
  draft: boolean
  /** GitHub's form; null where nothing is to be typed into it now. */
  formHref: string | null
  /** `last`: the signature, which a draft does not have. */
  fields: { question: string; answer: string; kind: string; last: boolean }[]
  /** Where it is recorded that it was sent; null: not now, or not by who looks. */
  sentAction: string | null
}

export const renderNoticeFormPage: Page<NoticeFormPage> = definePage('notice-form')
