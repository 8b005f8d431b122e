import type { RequestHandler } from 'express'
import { loadNoticeTemplates } from '../render/notices/notice-templates.ts'
import { renderForm } from '../render/notices/render-form.ts'
import { renderNoticePage } from '../render/pages/notice-page.ts'
import { showNotice } from '../tasks/notice/show-notice.ts'
import type { Reading } from './reading.ts'
import { availabilityBadge, noticeBadge } from './view/badges.ts'
import { elementRows } from './view/element-rows.ts'
import { links, outsideLink } from './view/links.ts'

/** One notice: whether it is complete, the form field by field, what it names and what became of each. */
export function showNoticePage(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await showNotice(app, req.params.id)
    const { problems } = notice.check
    res.send(
      renderNoticePage({
        title: notice.id,
        section: 'notices',
        crumbs: [{ text: 'Notices', href: links.notices() }],
        notice: {
          ...notice,
          status: noticeBadge(notice.status),
          publishedLink: outsideLink(notice.publishedUrl),
        },
        draft: notice.status === 'draft',
        workHref: links.work(notice.work),
        aboutHref: notice.about === null ? null : links.notice(notice.about),
        complete: notice.check.complete,
        elements: elementRows(notice.check),
        errors: problems.filter((problem) => problem.severity === 'error'),
        warnings: problems.filter((problem) => problem.severity === 'warning'),
        fields: renderForm(notice.document, loadNoticeTemplates()),
        materials: notice.materials.map((material) => ({
          ...material,
          href: links.match(notice.work, material.repository),
          availability: availabilityBadge(material.availability),
          blockLink: outsideLink(material.blockNoticeUrl),
        })),
        text: notice.text,
        exportCommand: `clawback notice export ${notice.id} --format form --out ${notice.id}.txt`,
      }),
    )
  }
}

export function sendNotice(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => void res.json(await showNotice(app, req.params.id))
}
