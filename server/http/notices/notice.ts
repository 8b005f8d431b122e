import type { RequestHandler, Response } from 'express'
import { hashDraft } from '../../core/notice/hash-draft.ts'
import { isTakedownKind } from '../../core/notice/accused.ts'
import { attributeNotice } from '../../core/repository/attribute-notice.ts'
import { renderNoticePage } from '../../render/pages/notice-page.ts'
import { listOverreach, type Overreach } from '../../tasks/list-overreach.ts'
import { listNoticeHistory } from '../../tasks/notice/list-notice-history.ts'
import { showNotice, type NoticeDetail } from '../../tasks/notice/show-notice.ts'
import type { Acting } from '../acting.ts'
import { noticeFormats } from './file.ts'
import type { Reading } from '../reading.ts'
import { may, personOf } from '../sign-in/signed-in.ts'
import { availabilityBadge, noticeBadge } from '../view/badges.ts'
import { retractCommand } from '../view/commands.ts'
import { elementRows } from '../view/element-rows.ts'
import { historyRows } from '../view/history-rows.ts'
import { links, outsideLink } from '../view/links.ts'
import { noticeTabs } from '../view/notice-tabs.ts'
import { frameOf } from '../view/frame-of.ts'

/** One notice: whether it is complete, the form field by field, what it names and what became of each. */
export function showNoticePage(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await showNotice(app, req.params.id)
    const { problems, complete } = notice.check
    const isForm = isTakedownKind(notice.kind)
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
        // That a draft is not signed is said once, at the top.
        warnings: problems.filter(({ severity, code }) => severity === 'warning' && code !== 'not-signed'),
        noticePages: noticeTabs(res, notice, 'notice'),
        history: historyRows(await listNoticeHistory(app, notice.id)),
        draftedBy: notice.draftedBy,
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
          ours: isOurs(material.blockNoticeUrl, notice.publishedUrl),
        })),
        text: notice.text,
        files: noticeFormats.map((format) => ({ format, href: links.noticeFile(notice.id, format) })),
        acts: actsOf(res, app, notice),
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
  { id, kind, status, document, templateVersion }: NoticeDetail,
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
    retract:
      status === 'sent' && isTakedownKind(kind) && may(res, 'draft') ? links.retractionChoice(id) : null,
  }
}

/** The notice of a work that was removed is still shown; what it swept is then no longer looked up. */
async function readOverreach(app: Reading, slug: string): Promise<Overreach[]> {
  return slug === '' ? [] : await listOverreach(app, slug)
}

/** Whether what took a repository down is this very notice; false also where GitHub named none. */
function isOurs(blockUrl: string | null, publishedUrl: string | null): boolean {
  return attributeNotice(blockUrl, [{ publishedUrl }]) !== undefined
}
