import type { RequestHandler } from 'express'
import { renderScanPage } from '../../render/pages/scan-page.ts'
import { reportScan } from '../../tasks/scan/report-scan.ts'
import { showScan } from '../../tasks/scan/show-scan.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import type { Memory } from '../memory.ts'
import { may } from '../sign-in/signed-in.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { describeCoverage } from '../view/scan-coverage.ts'
import { describeOptions } from './describe-options.ts'
import { describeProgress, isLive, stateBadge } from './progress-view.ts'
import { readId } from './read-id.ts'
import type { Scanning } from './scanning.ts'

/** One scan: what it does now, what it found, what it could not tell. */
export function showScanPage(app: Scanning, memory: Memory): RequestHandler<{ slug: string; id: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const detail = await showScan(app, slug, readId(req.params.id), (scan) =>
      memory.recall(`scan report ${scan.id}`, () => reportScan(app.db, scan)),
    )
    const { scan, progress } = detail
    const { state } = progress
    const isEnded = state === 'complete'
    res.send(
      renderScanPage({
        ...frameOf(res, {
          title: `Scan ${scan.id}`,
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
            { text: 'Scans', href: links.scans(slug) },
          ],
          tabs: { slug, tab: 'scans' },
        }),
        ...describeProgress(slug, progress),
        id: scan.id,
        here: links.scan(slug, scan.id),
        state: stateBadge(state),
        stateWord: state,
        startedBy: detail.startedBy,
        startedAt: detail.startedAt,
        finishedAt: isLive(state) ? null : detail.finishedAt,
        paused: scan.paused,
        pauseAction:
          may(res, 'scan') && !isEnded && scan.paused === null ? links.scanAct(slug, scan.id, 'pause') : null,
        resumeAction:
          may(res, 'scan') && !isEnded && !isLive(state) ? links.scanAct(slug, scan.id, 'resume') : null,
        resumeText: state === 'paused' ? 'Resume' : 'Go on now',
        live: isLive(state) ? links.scanEvents(slug, scan.id) : null,
        asked: describeOptions(detail.options),
        reasons: isLive(state) ? [] : scan.reasons,
        coverage: describeCoverage(detail),
        matchesHref: links.matches(slug),
        requestsHref: links.scanRequests(slug, scan.id),
      }),
    )
  }
}
