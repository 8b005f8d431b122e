import type { PublishedNotice } from '../notices/render-published.ts'
import type { Badge } from './badge.ts'
import { definePage, type Frame, type Page } from './engine.ts'
import type { NoticeTab } from './notice-tabs.ts'

export interface NoticePublishedPage extends Frame {
  noticePages: NoticeTab[]
  notice: { id: string; status: Badge; publishedUrl: string | null; publishedLink: string | null }
  published: PublishedNotice
}

export const renderNoticePublishedPage: Page<NoticePublishedPage> = definePage('notice-published')
