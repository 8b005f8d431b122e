import type { Notice } from '../../../db/queries/notices.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { NoticedWork, NoticeReference } from '../../core/notice/types.ts'

/** The work as a notice describes it. */
export function describeWork(work: Work): NoticedWork {
  return {
    title: work.title,
    owner: work.owner,
    description: work.description ?? `${work.title}, the proprietary source code of ${work.owner}.`,
    url: work.url,
    leakedAt: work.leakedAt?.toISOString().slice(0, 10) ?? null,
  }
}

/** A notice as a later one refers to it. */
export function referTo(notice: Notice): NoticeReference {
  return {
    id: notice.id,
    publishedUrl: notice.publishedUrl,
    ticket: notice.ticket,
    sentAt: notice.sentAt?.toISOString().slice(0, 10) ?? null,
  }
}
