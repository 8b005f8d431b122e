import type { RequestHandler } from 'express'
import { renderWorksPage } from '../../render/pages/works-page.ts'
import { listWorks } from '../../tasks/list-works.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { may } from '../sign-in/signed-in.ts'
import { figuresOf, isTile } from '../view/figures-of.ts'
import { links } from '../view/links.ts'
import { needsOf } from '../view/needs-of.ts'
import { recallSituation, recallStatus } from '../view/recall-work.ts'
import { frameOf } from '../view/frame-of.ts'
import { holdsMachine } from '../work-new/receive-source.ts'

/** What the start page offers while there is no work. */
export interface FirstRun {
  config: { github: { tokens: readonly string[]; app: object | null } }
}

/** The start page: each work, where it stands, and what waits for a person; with none, how to begin. */
export function showWorksPage(app: Reading & FirstRun, memory: Memory, offersDemo: boolean): RequestHandler {
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
    const { tokens, app: gitHubApp } = app.config.github
    res.send(
      renderWorksPage({
        ...frameOf(res, { title: works.length === 0 ? 'Welcome' : 'Works', section: 'works' }),
        works,
        mayAdd: may(res, 'scan'),
        mayManage: may(res, 'manage'),
        hasCredentials: tokens.length > 0 || gitHubApp !== null,
        demoAction: offersDemo && holdsMachine(res) ? '/demo' : null,
      }),
    )
  }
}

export function sendWorks(app: Reading): RequestHandler {
  return async (_req, res) => void res.json(await listWorks(app))
}
