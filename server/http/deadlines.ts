import type { RequestHandler } from 'express'
import { deadlineTitles, renderDeadlinesCalendar } from '../render/deadlines-calendar.ts'
import { renderDeadlinesPage } from '../render/pages/deadlines-page.ts'
import { listDeadlines } from '../tasks/list-deadlines.ts'
import { deadlineBadge } from './view/badges.ts'
import { frameOf } from './view/frame-of.ts'
import { links } from './view/links.ts'

type Clocked = Parameters<typeof listDeadlines>[0]

/** What has to be done by when, and by which rule; what is past stays, something may have been missed. */
export function showDeadlinesPage(app: Clocked): RequestHandler {
  return async (_req, res) => {
    const deadlines = await listDeadlines(app, null)
    res.send(
      renderDeadlinesPage({
        ...frameOf(res, { title: 'Deadlines', section: 'deadlines' }),
        calendarHref: links.deadlinesCalendar(),
        deadlines: deadlines.map((deadline) => ({
          due: deadline.due,
          approximate: deadline.approximate,
          state: deadlineBadge(deadline.state),
          what: deadlineTitles[deadline.kind],
          notice: deadline.notice,
          noticeHref: links.notice(deadline.notice),
          repository: deadline.repository,
          basis: deadline.basis,
          letterHref: deadline.kind === 'court-action' ? links.counselLetter(deadline.notice, 'pdf') : null,
        })),
      }),
    )
  }
}

export function sendDeadlines(app: Clocked): RequestHandler {
  return async (_req, res) => void res.json(await listDeadlines(app, null))
}

/** The same as a calendar, for whatever shows calendars. */
export function sendDeadlinesCalendar(app: Clocked): RequestHandler {
  return async (_req, res) => {
    const calendar = renderDeadlinesCalendar(await listDeadlines(app, null), app.clock())
    res.attachment('clawback-deadlines.ics').type('text/calendar; charset=utf-8').send(calendar)
  }
}
