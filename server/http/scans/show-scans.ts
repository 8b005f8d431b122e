import type { RequestHandler } from 'express'
import { formatCount } from '../../render/pages/format.ts'
import { renderScansPage } from '../../render/pages/scans-page.ts'
import { listScans } from '../../tasks/scan/list-scans.ts'
import { showSchedule } from '../../tasks/schedule/show-schedule.ts'
import { showWorkHead } from '../../tasks/show-work.ts'
import { may } from '../sign-in/signed-in.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { readQuery } from '../view/read-query.ts'
import { describeOptions } from './describe-options.ts'
import { stateBadge } from './progress-view.ts'
import { readId } from './read-id.ts'
import type { Scanning } from './scanning.ts'

const pageSize = 25

/** The scans of a work, the newest first, and when it is scanned by itself. */
export function showScansPage(app: Scanning): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const { slug } = req.params
    const { work } = await showWorkHead(app, slug)
    const { before } = readQuery(req.query, ['before'])
    const scans = await listScans(app, slug, { before: readId(before), limit: pageSize + 1 })
    const schedule = await showSchedule(app, slug)
    const rows = scans.slice(0, pageSize)
    res.send(
      renderScansPage({
        ...frameOf(res, {
          title: 'Scans',
          section: 'works',
          crumbs: [
            { text: 'Works', href: links.works() },
            { text: work.title, href: links.work(slug) },
          ],
          tabs: { slug, tab: 'scans' },
        }),
        newHref: may(res, 'scan') ? links.newScan(slug) : null,
        scans: rows.map(({ id, state, startedBy, startedAt, options, matches, newCopies, requests }) => ({
          id,
          href: links.scan(slug, id),
          state: stateBadge(state),
          startedBy,
          startedAt,
          asked: describeOptions(options).map(({ name, values }) => `${name}: ${values.join(', ')}`),
          matches,
          newCopies,
          requests: requests.core + requests.graphql + requests.search + requests.code_search,
        })),
        newest: before === undefined ? null : links.scans(slug),
        older: scans.length > pageSize ? links.scans(slug, { before: rows.at(-1)!.id }) : null,
        schedule:
          schedule === null
            ? null
            : {
                ...schedule,
                asked: [
                  ...(schedule.probes === null ? [] : [formatCount(schedule.probes, 'probe', 'probes')]),
                  ...schedule.networks,
                  ...schedule.repositories,
                ],
              },
        scheduleAction: may(res, 'scan') ? links.schedule(slug) : null,
        unscheduleAction: may(res, 'scan') && schedule !== null ? links.unschedule(slug) : null,
      }),
    )
  }
}
