import type { RequestHandler } from 'express'
import { ClawbackError } from '../../errors.ts'
import { renderAlertsFeed } from '../../render/alerts-feed.ts'
import { renderInboxPage } from '../../render/pages/inbox-page.ts'
import { renderMailPage } from '../../render/pages/mail-page.ts'
import { listAlerts } from '../../tasks/alerts/list-alerts.ts'
import { linkMail } from '../../tasks/inbox/link-mail.ts'
import { listInbox } from '../../tasks/inbox/list-inbox.ts'
import { showMail } from '../../tasks/inbox/show-mail.ts'
import { actingAs, type Acting } from '../acting.ts'
import { readFields } from '../read-fields.ts'
import { may } from '../sign-in/signed-in.ts'
import { alertLink } from '../view/alert-link.ts'
import { mailBadge } from '../view/badges.ts'
import { frameOf } from '../view/frame-of.ts'
import { links } from '../view/links.ts'

const shown = 200

/** What somebody must know: alerts, and mails with what they were taken for. */
export function showInboxPage(app: Acting): RequestHandler {
  return async (_req, res) => {
    const mails = await listInbox(app, null)
    res.send(
      renderInboxPage({
        ...frameOf(res, { title: 'Inbox', section: 'inbox' }),
        feedHref: links.alertsFeed(),
        alerts: (await listAlerts(app, shown)).map((alert) => ({ ...alert, href: alertLink(alert) })),
        mails: mails.slice(0, shown).map((mail) => ({
          ...mail,
          href: links.mail(mail.id),
          state: mailBadge(mail.state),
          noticeHref: mail.notice === null ? null : links.notice(mail.notice),
        })),
        more: Math.max(0, mails.length - shown),
      }),
    )
  }
}

/** One mail as text, never as the page that its sender wrote. */
export function showMailPage(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const mail = await showMail(app, readId(req.params.id))
    res.send(
      renderMailPage({
        ...frameOf(res, {
          title: mail.subject ?? 'Without a subject',
          section: 'inbox',
          crumbs: [{ text: 'Inbox', href: links.inbox() }],
        }),
        mail: {
          ...mail,
          state: mailBadge(mail.state),
          noticeHref: mail.notice === null ? null : links.notice(mail.notice),
        },
        linkAction: may(res, 'draft') ? links.mailLink(mail.id) : null,
      }),
    )
  }
}

/** Links a mail to its notice because a person said so. */
export function postMailLink(app: Acting): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { notice } = readFields(req.body, ['notice'])
    const id = readId(req.params.id)
    await linkMail(actingAs(app, res), { id, notice, kind: null })
    res.redirect(303, links.mail(id))
  }
}

/** Alerts for whatever reads feeds. */
export function sendAlertsFeed(app: Acting): RequestHandler {
  return async (_req, res) => {
    const feed = renderAlertsFeed(await listAlerts(app, 100), app.clock())
    res.type('application/atom+xml; charset=utf-8').send(feed)
  }
}

export function sendAlerts(app: Acting): RequestHandler {
  return async (_req, res) => void res.json(await listAlerts(app, shown))
}

function readId(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text)
  throw new ClawbackError('PAGE_UNKNOWN', 'There is no such mail', 'Go to the inbox and find it from there.')
}
