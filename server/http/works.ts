import type { RequestHandler } from 'express'
import { renderWorksPage } from '../render/pages/works-page.ts'
import { listMatches } from '../tasks/list-matches.ts'
import { listWorks } from '../tasks/list-works.ts'
import { listNotices } from '../tasks/notice/list-notices.ts'
import { showLatestScan } from '../tasks/scan/show-latest-scan.ts'
import { showStatus } from '../tasks/show-status.ts'
import { showWork } from '../tasks/show-work.ts'
import type { Reading } from './reading.ts'
import { figuresOf, isTile } from './view/figures-of.ts'
import { links } from './view/links.ts'
import { needsOf } from './view/needs-of.ts'

/** The start page: each work, where it stands, and what waits for a person. */
export function showWorksPage(app: Reading): RequestHandler {
  return async (_req, res) => {
    const notices = await listNotices(app)
    const works = []
    const status = await showStatus(app)
    for (const { slug, title, owner } of await listWorks(app)) {
      const matches = await listMatches(app, slug, {})
      const scan = await showLatestScan(app, slug)
      const { claimant } = await showWork(app, slug)
      works.push({
        href: links.work(slug),
        slug,
        title,
        owner,
        figures: status.works
          .filter((one) => one.slug === slug)
          .flatMap(figuresOf)
          .filter(isTile),
        needs: needsOf({ slug, matches, notices, scan, hasClaimant: claimant !== null }),
      })
    }
    res.send(renderWorksPage({ title: 'Works', section: 'works', crumbs: [], works }))
  }
}

export function sendWorks(app: Reading): RequestHandler {
  return async (_req, res) => void res.json(await listWorks(app))
}
