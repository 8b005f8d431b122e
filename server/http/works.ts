import type { RequestHandler } from 'express'
import { renderWorksPage } from '../render/pages/works-page.ts'
import { listWorks } from '../tasks/list-works.ts'
import { showStatus } from '../tasks/show-status.ts'
import type { Reading } from './reading.ts'
import { figuresOf, isTile } from './view/figures-of.ts'
import { links } from './view/links.ts'
import { needsOf } from './view/needs-of.ts'
import { readSituation } from './view/read-situation.ts'
import { frameOf } from './view/frame-of.ts'

/** The start page: each work, where it stands, and what waits for a person. */
export function showWorksPage(app: Reading): RequestHandler {
  return async (_req, res) => {
    const works = []
    for (const { slug, title, owner } of await listWorks(app)) {
      const status = await showStatus(app, slug)
      works.push({
        href: links.work(slug),
        slug,
        title,
        owner,
        figures: status.works.flatMap(figuresOf).filter(isTile),
        needs: needsOf(await readSituation(app, slug)),
      })
    }
    res.send(renderWorksPage({ ...frameOf(res, { title: 'Works', section: 'works' }), works }))
  }
}

export function sendWorks(app: Reading): RequestHandler {
  return async (_req, res) => void res.json(await listWorks(app))
}
