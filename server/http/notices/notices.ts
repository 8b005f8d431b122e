import type { RequestHandler } from 'express'
import { renderNoticesPage } from '../../render/pages/notices-page.ts'
import { listNotices } from '../../tasks/notice/list-notices.ts'
import type { Reading } from '../reading.ts'
import { noticeBadge } from '../view/badges.ts'
import { links } from '../view/links.ts'
import { paginate } from '../view/paginate.ts'
import { readPage, readQuery } from '../view/read-query.ts'
import { frameOf } from '../view/frame-of.ts'

const pageSize = 100

/** Every notice, the newest first. */
export function showNoticesPage(app: Reading): RequestHandler {
  return async (req, res) => {
    const { page } = readQuery(req.query, ['page'])
    const notices = (await listNotices(app)).reverse()
    const { rows, pager } = paginate(notices, readPage(page), pageSize, (n) => links.notices({ page: n }))
    res.send(
      renderNoticesPage({
        ...frameOf(res, {
          title: 'Notices',
          section: 'notices',
        }),
        notices: rows.map((notice) => ({
          ...notice,
          href: links.notice(notice.id),
          status: noticeBadge(notice.status),
          first: notice.repositories[0] ?? null,
          named: notice.repositories.length,
          files: notice.files.length,
        })),
        pager,
      }),
    )
  }
}

export function sendNotices(app: Reading): RequestHandler {
  return async (_req, res) => void res.json(await listNotices(app))
}
