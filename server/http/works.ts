import type { RequestHandler } from 'express'
import { renderWorksPage } from '../render/pages/works-page.ts'
import { listWorks } from '../tasks/list-works.ts'
import type { Memory } from './memory.ts'
import type { Reading } from './reading.ts'
import { figuresOf, isTile } from './view/figures-of.ts'
import { links } from './view/links.ts'
import { needsOf } from './view/needs-of.ts'
import { recallSituation, recallStatus } from './view/recall-work.ts'
import { frameOf } from './view/frame-of.ts'

/** The start page: each work, where it stands, and what waits for a person. */
export function showWorksPage(app: Reading, memory: Memory): RequestHandler {
  return async (_req, res) => {
    const works = []
    for (const { slug, title, owner } of await listWorks(app)) {
      const status = await recallStatus(app, memory, slug)
      works.push({
        href: links.work(slug),
        slug,
        title,
        owner,
        figures: status.works.flatMap(figuresOf).filter(isTile),
        needs: needsOf(await recallSituation(app, memory, slug)),
      })
    }
    res.send(renderWorksPage({ ...frameOf(res, { title: 'Works', section: 'works' }), works }))
  }
}

export function sendWorks(app: Reading): RequestHandler {
  return async (_req, res) => void res.json(await listWorks(app))
}
