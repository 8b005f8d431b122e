import type { RequestHandler } from 'express'
import { isTakedownKind } from '../../core/notice/accused.ts'
import { renderForm } from '../../render/notices/render-form.ts'
import { renderNoticeFormPage } from '../../render/pages/notice-form-page.ts'
import { requireNotice } from '../../tasks/notice/find-notice.ts'
import { readDocument, summarizeNotice } from '../../tasks/notice/notice-summary.ts'
import { readTemplates } from '../../tasks/notice/read-templates.ts'
import type { Reading } from '../reading.ts'
import { may } from '../sign-in/signed-in.ts'
import { noticeBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { noticeTabs } from '../view/notice-tabs.ts'

/** Where each kind of notice goes: GitHub's own form, or a mail. */
const formAddress = 'https://github.com/contact/dmca'

/** The answers in the order of GitHub's form, each to be copied, and what is recorded when all are sent. */
export function showNoticeForm(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await requireNotice(app.db, req.params.id)
    const summary = summarizeNotice(notice)
    const { id, kind, status } = summary
    const document = readDocument(notice)
    const fields = renderForm(document, await readTemplates(app.db, notice))
    res.send(
      renderNoticeFormPage({
        ...frameOf(res, {
          title: `Form of ${id}`,
          section: 'notices',
          crumbs: [
            { text: 'Notices', href: links.notices() },
            { text: id, href: links.notice(id) },
          ],
        }),
        noticePages: noticeTabs(res, summary, 'form'),
        notice: { id, status: noticeBadge(status) },
        draft: status === 'draft',
        // The form opens where what it holds is signed: a draft is not to be sent.
        formHref: status === 'signed' && isTakedownKind(kind) ? formAddress : null,
        fields: fields
          .filter((_, at) => !(status === 'draft' && isTakedownKind(kind) && at === 0))
          .map((field, at, all) => ({ ...field, last: isTakedownKind(kind) && at === all.length - 1 })),
        sentAction: status === 'signed' && may(res, 'sign') ? links.noticeAct(id, 'sent') : null,
      }),
    )
  }
}
