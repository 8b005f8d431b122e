import type { RequestHandler } from 'express'
import { loadNoticeTemplates } from '../render/notices/notice-templates.ts'
import { renderForm } from '../render/notices/render-form.ts'
import { renderNoticePage } from '../render/pages/notice-page.ts'
import { listOverreach, type Overreach } from '../tasks/list-overreach.ts'
import { showNotice } from '../tasks/notice/show-notice.ts'
import type { Reading } from './reading.ts'
import { availabilityBadge, noticeBadge } from './view/badges.ts'
import { retractCommand } from './view/commands.ts'
import { elementRows } from './view/element-rows.ts'
import { links, outsideLink } from './view/links.ts'
import { frameOf } from './view/frame-of.ts'

/** One notice: whether it is complete, the form field by field, what it names and what became of each. */
export function showNoticePage(app: Reading): RequestHandler<{ id: string }> {
  // Compiled once: the templates do not change while the server runs.
  const templates = loadNoticeTemplates()
  return async (req, res) => {
    const notice = await showNotice(app, req.params.id)
    const { problems, complete } = notice.check
    const isRetraction = notice.kind === 'retraction'
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
        elements: isRetraction ? [] : elementRows(notice.check),
        errors: problems.filter((problem) => problem.severity === 'error'),
        warnings: problems.filter((problem) => problem.severity === 'warning'),
        fields: isRetraction ? [] : renderForm(notice.document, templates),
        withdraws: !isRetraction
          ? []
          : notice.repositories.map((repository) => ({
              repository,
              href: links.match(notice.work, repository),
            })),
        overreach,
        retractCommand: retractCommand(notice.work, overreach),
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

/** The notice of a work that was removed is still shown; what it swept is then no longer looked up. */
async function readOverreach(app: Reading, slug: string): Promise<Overreach[]> {
  return slug === '' ? [] : await listOverreach(app, slug)
}
