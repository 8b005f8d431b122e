import type { RequestHandler } from 'express'
import { renderRetractionChoicePage } from '../../render/pages/retraction-choice-page.ts'
import { listOverreach } from '../../tasks/list-overreach.ts'
import { showNotice } from '../../tasks/notice/show-notice.ts'
import type { Reading } from '../reading.ts'
import { availabilityBadge, noticeBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'

/** What a notice took down: first what it never named, then what it names, each to be chosen and given back. */
export function showRetractionChoice(app: Reading): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const notice = await showNotice(app, req.params.id)
    const { id, work } = notice
    const overreach = work === '' ? [] : await listOverreach(app, work)
    res.send(
      renderRetractionChoicePage({
        ...frameOf(res, {
          title: `Give back what ${id} took down`,
          section: 'notices',
          crumbs: [
            { text: 'Notices', href: links.notices() },
            { text: id, href: links.notice(id) },
          ],
        }),
        notice: { id, status: noticeBadge(notice.status) },
        action: links.retractionChoice(id),
        swept: overreach
          .filter((one) => one.notice === id)
          .map((one) => ({
            repository: one.repository,
            official: one.official,
            disabledAt: one.disabledAt,
            retractedAt: one.retractedAt,
          })),
        named: notice.materials.map(({ repository, role, availability }) => ({
          repository,
          role,
          href: links.match(work, repository),
          availability: availabilityBadge(availability),
        })),
      }),
    )
  }
}
