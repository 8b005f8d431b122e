import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderPublished } from '../../render/notices/render-published.ts'
import { renderNoticePublishedPage } from '../../render/pages/notice-published-page.ts'
import { requireNotice } from '../../tasks/notice/find-notice.ts'
import { readDocument, summarizeNotice } from '../../tasks/notice/notice-summary.ts'
import { readTemplates } from '../../tasks/notice/read-templates.ts'
import type { Reading } from '../reading.ts'
import { noticeBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links, outsideLink } from '../view/links.ts'
import { noticeTabs } from '../view/notice-tabs.ts'

/** What everybody will read: the notice in github/dmca, with what GitHub strikes out struck out. */
export function showNoticePublished(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await requireNotice(app.db, req.params.id)
    const summary = summarizeNotice(notice)
    const { id, status, publishedUrl } = summary
    const published = renderPublished(readDocument(notice), await readTemplates(app.db, notice))
    if (published === null) {
      throw new ClawbackError(
        'PAGE_UNKNOWN',
        `GitHub does not publish a ${notice.kind}`,
        'Takedown notices and retractions are published.',
      )
    }
    res.send(
      renderNoticePublishedPage({
        ...frameOf(res, {
          title: `${id} as published`,
          section: 'notices',
          crumbs: [
            { text: 'Notices', href: links.notices() },
            { text: id, href: links.notice(id) },
          ],
        }),
        noticePages: noticeTabs(res, summary, 'published'),
        notice: { id, status: noticeBadge(status), publishedUrl, publishedLink: outsideLink(publishedUrl) },
        published,
      }),
    )
  }
}
