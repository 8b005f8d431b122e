import type { RequestHandler, Response } from 'express'
import { hashDraft } from '../core/notice/hash-draft.ts'
import { isTakedownKind } from '../core/notice/types.ts'
import { renderForm } from '../render/notices/render-form.ts'
import { renderNoticePage } from '../render/pages/notice-page.ts'
import { listOverreach, type Overreach } from '../tasks/list-overreach.ts'
import { readTemplates } from '../tasks/notice/read-templates.ts'
import { showNotice, type NoticeDetail } from '../tasks/notice/show-notice.ts'
import type { Acting } from './acting.ts'
import { noticeFormats } from './notice-file.ts'
import type { Reading } from './reading.ts'
import { may, personOf } from './sign-in/signed-in.ts'
import { availabilityBadge, noticeBadge } from './view/badges.ts'
import { retractCommand } from './view/commands.ts'
import { elementRows } from './view/element-rows.ts'
import { links, outsideLink } from './view/links.ts'
import { frameOf } from './view/frame-of.ts'

/** One notice: whether it is complete, the form field by field, what it names and what became of each. */
export function showNoticePage(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await showNotice(app, req.params.id)
    const { problems, complete } = notice.check
    const isForm = isTakedownKind(notice.kind)
    const templates = await readTemplates(app.db, notice)
    const overreach = (await readOverreach(app, notice.work)).filter((one) => one.notice === notice.id)
    res.send(
      renderNoticePage({
        ...frameOf(res, {
          title: notice.id,
          section: 'notices',
          crumbs: [{ text: 'Notices', href: links.notices() }],
        }),
        notice: {
          ...notice,
          status: noticeBadge(notice.status),
          publishedLink: outsideLink(notice.publishedUrl),
        },
        draft: notice.status === 'draft',
        workHref: links.work(notice.work),
        aboutHref: notice.about === null ? null : links.notice(notice.about),
        complete,
        elements: isForm ? elementRows(notice.check) : [],
        errors: problems.filter((problem) => problem.severity === 'error'),
        warnings: problems.filter((problem) => problem.severity === 'warning'),
        fields: isForm ? renderForm(notice.document, templates) : [],
        withdraws:
          notice.kind === 'retraction'
            ? notice.repositories.map((repository) => ({
                repository,
                href: links.match(notice.work, repository),
              }))
            : [],
        overreach,
        retractCommand: retractCommand(notice.work, overreach),
        materials: notice.materials.map((material) => ({
          ...material,
          href: links.match(notice.work, material.repository),
          availability: availabilityBadge(material.availability),
          blockLink: outsideLink(material.blockNoticeUrl),
        })),
        text: notice.text,
        files: noticeFormats.map((format) => ({ format, href: links.noticeFile(notice.id, format) })),
        acts: actsOf(res, app, notice, overreach.length),
      }),
    )
  }
}

export function sendNotice(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => void res.json(await showNotice(app, req.params.id))
}

/** What whoever looks may do with it now. */
function actsOf(
  res: Response,
  app: Acting,
  { id, status, document, templateVersion }: NoticeDetail,
  swept: number,
): Parameters<typeof renderNoticePage>[0]['acts'] {
  return {
    sign:
      status === 'draft' && may(res, 'sign')
        ? {
            action: links.noticeAct(id, 'signature'),
            name: personOf(res).fullName,
            draft: hashDraft(document, templateVersion),
          }
        : null,
    sent: status === 'signed' && may(res, 'sign') ? links.noticeAct(id, 'sent') : null,
    send:
      status === 'signed' && may(res, 'sign') && app.config.mail.smtpUrl !== null
        ? links.noticeAct(id, 'sending')
        : null,
    retract: swept > 0 && may(res, 'draft') ? links.noticeAct(id, 'retraction') : null,
  }
}

/** The notice of a work that was removed is still shown; what it swept is then no longer looked up. */
async function readOverreach(app: Reading, slug: string): Promise<Overreach[]> {
  return slug === '' ? [] : await listOverreach(app, slug)
}
