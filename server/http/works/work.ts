import type { RequestHandler } from 'express'
import { renderWorkPage } from '../../render/pages/work-page.ts'
import { showWork } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import type { Reading } from '../reading.ts'
import { chartOf } from '../view/chart-of.ts'
import { dueOf } from '../view/due-of.ts'
import { countExcluded } from '../view/count-excluded.ts'
import { figuresOf, isTile } from '../view/figures-of.ts'
import { funnelOf } from '../view/funnel.ts'
import { links, outsideLink } from '../view/links.ts'
import { needsOf } from '../view/needs-of.ts'
import { recallDeadlines, recallSituation, recallStatus, recallWork } from '../view/recall-work.ts'
import { summarizeScan } from '../view/scan-summary.ts'
import { frameOf } from '../view/frame-of.ts'
import { may } from '../sign-in/signed-in.ts'

/** One work: where it stands, what is claimed of it and what is not, who complains. */
export function showWorkPage(app: Reading, memory: Memory): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const detail = await recallWork(app, memory, slug)
    const situation = await recallSituation(app, memory, slug)
    const { work, originals, claimant } = detail
    const status = await recallStatus(app, memory, slug)
    const figures = status.works.flatMap(figuresOf)
    const claimed = originals.filter((original) => original.claimed).length
    res.send(
      renderWorkPage({
        ...frameOf(res, {
          title: work.title,
          section: 'works',
          crumbs: [{ text: 'Works', href: links.works() }],
          tabs: { slug, tab: 'overview' },
        }),
        slug,
        work: { ...work, link: outsideLink(work.url) },
        version: detail.version,
        source: detail.source,
        official: detail.official,
        claimant,
        tiles: figures.filter(isTile),
        figuresHref: links.figures(slug),
        needs: needsOf(situation),
        due: dueOf(await recallDeadlines(app, memory), situation.notices),
        chart: chartOf({ overTime: status.works[0]?.overTime ?? [] }, situation),
        funnel: funnelOf(slug, situation.matches, situation.scan),
        scan: summarizeScan(slug, situation.scan),
        matchesHref: links.matches(slug),
        draftAction: may(res, 'draft') ? links.draftChoice(slug) : null,
        originals: {
          total: originals.length,
          claimed,
          excluded: countExcluded(slug, originals),
          href: links.originals(slug),
        },
        skipped: detail.skipped.slice(0, 50),
        skippedMore: Math.max(0, detail.skipped.length - 50),
      }),
    )
  }
}

export function sendWork(app: Reading): RequestHandler<{ slug: string }> {
  return async (req, res) => void res.json(await showWork(app, req.params.slug))
}
