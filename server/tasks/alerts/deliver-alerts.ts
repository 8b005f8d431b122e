import type { Database } from '../../../db/database.ts'
import { lastDelivery, listUndelivered, markDelivered, type Alert } from '../../../db/queries/alerts.ts'
import { isWithin, type HoursOfDay } from '../../core/alerts/quiet-hours.ts'
import { ClawbackError } from '../../errors.ts'
import { composeMessage } from '../../mail/compose-message.ts'
import { readMailServer } from '../../mail/mail-server.ts'
import { sendMessage } from '../../mail/send-message.ts'
import { postWebhook } from '../../notify/post-webhook.ts'

export interface DeliverApp {
  db: Database
  clock: () => Date
  config: {
    mail: { smtpUrl: string | null; from: string | null }
    alerts: {
      webhookUrl: string | null
      webhookSecret: string | null
      to: string | null
      quietHours: HoursOfDay | null
    }
  }
}

/** What was raised before somebody wanted to be told is in the list, and is not sent any more. */
const OLDEST = 7 * 86_400_000
const AT_ONCE = 100
const DIGEST_EVERY = 20 * 3_600_000

/**
 * Tells what was raised and not told yet: each alert by the webhook, and all of them as one mail a day. In quiet hours
 * only overreach is told, and it does not wait for the daily mail.
 * @throws ClawbackError WEBHOOK_FAILED, DIGEST_NOT_SENT
 */
export async function deliverAlerts(app: DeliverApp): Promise<{ posted: number; mailed: number }> {
  return { posted: await postAlerts(app), mailed: await mailDigest(app) }
}

async function postAlerts(app: DeliverApp): Promise<number> {
  const { webhookUrl: url, webhookSecret: secret } = app.config.alerts
  if (url === null) return 0
  const open = await listOpen(app, 'webhook')
  for (const alert of open) {
    const fault = await postWebhook({ url, secret }, alert.text, app.clock())
    if (fault !== null) {
      throw new ClawbackError(
        'WEBHOOK_FAILED',
        `An alert could not be posted: ${fault}`,
        'Check WEBHOOK_URL; what was not taken is posted again later.',
      )
    }
    await app.db.tx((tx) => markDelivered(tx, 'webhook', [alert.id], app.clock()))
  }
  return open.length
}

async function mailDigest(app: DeliverApp): Promise<number> {
  const { mail, alerts } = app.config
  if (alerts.to === null || mail.smtpUrl === null || mail.from === null) return 0
  const open = await listOpen(app, 'mail')
  const last = await lastDelivery(app.db, 'mail')
  const now = app.clock()
  const isEarly = last !== null && now.getTime() - last.getTime() < DIGEST_EVERY
  if (open.length === 0 || (isEarly && !open.some(isUrgent))) return 0
  const message = await composeMessage({
    from: mail.from,
    to: alerts.to,
    subject: open.length === 1 ? 'Clawback: 1 alert' : `Clawback: ${open.length} alerts`,
    text: digestOf(open),
    messageId: `<alerts-${open.at(-1)!.id}-${now.getTime()}@${mail.from.split('@')[1] ?? 'localhost'}>`,
    at: now,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  const outcome = await sendMessage(readMailServer(mail.smtpUrl), { from: mail.from, to: alerts.to }, message)
  if (outcome.state === 'not-sent') {
    throw new ClawbackError(
      'DIGEST_NOT_SENT',
      'The mail server did not take the digest of alerts',
      'Check SMTP_URL with "clawback doctor"; it is sent again later.',
    )
  }
  // Told twice is worse than once too few here: the list has them all.
  const ids = open.map(({ id }) => id)
  await app.db.tx((tx) => markDelivered(tx, 'mail', ids, now))
  return open.length
}

async function listOpen({ db, clock, config }: DeliverApp, channel: string): Promise<Alert[]> {
  const now = clock()
  const { quietHours } = config.alerts
  const isQuiet = quietHours !== null && isWithin(now, quietHours)
  const since = new Date(now.getTime() - OLDEST)
  return (await listUndelivered(db, channel, since, AT_ONCE)).filter((alert) => !isQuiet || isUrgent(alert))
}

function isUrgent({ kind }: Alert): boolean {
  return kind === 'overreach'
}

function digestOf(alerts: readonly Alert[]): string {
  const lines = alerts.map(
    ({ raisedAt, text }) => `${raisedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC  ${text}`,
  )
  return `${lines.join('\n')}\n\nSee them all: clawback alerts\n`
}
