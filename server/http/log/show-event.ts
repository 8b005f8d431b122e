import type { RequestHandler } from 'express'
import { renderEventPage } from '../../render/pages/event-page.ts'
import { howToVerify } from '../../tasks/export-audit.ts'
import { showEvent } from '../../tasks/log/show-event.ts'
import type { Reading } from '../reading.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'
import { describeData } from './describe-data.ts'
import { subjectLink } from './subject-link.ts'

/** One event with all that it holds, and with what its hash covers. */
export function showEventPage(app: Reading): RequestHandler<{ seq: string }> {
  return async (req, res) => {
    const event = await showEvent(app, Number(req.params.seq))
    res.send(
      renderEventPage({
        ...frameOf(res, {
          title: `Event ${event.seq}`,
          section: 'log',
          crumbs: [{ text: 'Log', href: links.log() }],
        }),
        event: { ...event, subjectHref: subjectLink(event) },
        details: describeData(event.data, 20_000),
        howToVerify,
        previous: event.seq > 1 ? links.event(event.seq - 1) : null,
        next: event.last ? null : links.event(event.seq + 1),
      }),
    )
  }
}
