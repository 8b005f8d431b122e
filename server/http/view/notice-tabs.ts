import type { Response } from 'express'
import type { NoticeKind } from '../../core/notice/types.ts'
import type { NoticeTab } from '../../render/pages/notice-tabs.ts'
import { may } from '../sign-in/signed-in.ts'
import { links } from './links.ts'

/** The pages of a notice that there are for whoever looks. */
export function noticeTabs(
  res: Response,
  { id, kind, status }: { id: string; kind: NoticeKind; status: string },
  current: string,
): NoticeTab[] {
  const isPublished = kind === 'takedown' || kind === 'revised' || kind === 'retraction'
  const tabs = [
    { key: 'notice', text: 'Notice', href: links.notice(id), shown: true },
    {
      key: 'words',
      text: 'Write',
      href: links.noticeWords(id),
      shown: status === 'draft' && may(res, 'draft'),
    },
    { key: 'form', text: kind === 'letter' ? 'Letter' : 'Form', href: links.noticeForm(id), shown: true },
    { key: 'published', text: 'As published', href: links.noticePublished(id), shown: isPublished },
  ]
  return tabs
    .filter(({ shown }) => shown)
    .map(({ key, text, href }) => ({ text, href, current: key === current }))
}
