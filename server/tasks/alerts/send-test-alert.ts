import { randomUUID } from 'node:crypto'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { composeMessage } from '../../mail/compose-message.ts'
import { readMailServer } from '../../mail/mail-server.ts'
import { sendMessage } from '../../mail/send-message.ts'
import { postWebhook } from '../../notify/post-webhook.ts'
import type { DeliverApp } from './deliver-alerts.ts'

export interface TestedWay {
  way: 'webhook' | 'mail'
  state: 'sent' | 'failed' | 'not set'
  detail: string
}

const words =
  'This is a test of Clawback’s alerts, sent because somebody asked for it. Nothing has happened, and nothing is to be done.'

/** Tells a test alert each way that is set up, at once, quiet hours or not. What went wrong is an answer, not an error. */
export async function sendTestAlert(
  app: Omit<DeliverApp, 'db'> & { db: Database; actor: string },
): Promise<TestedWay[]> {
  const ways = [await postTest(app), await mailTest(app)]
  await app.db.tx((tx) =>
    appendEvent(tx, {
      actor: app.actor,
      kind: 'alerts.tested',
      subject: 'alerts',
      data: Object.fromEntries(ways.map(({ way, state }) => [way, state])),
    }),
  )
  return ways
}

async function postTest({ config, clock }: Omit<DeliverApp, 'db'>): Promise<TestedWay> {
  const { webhookUrl: url, webhookSecret: secret } = config.alerts
  if (url === null) return { way: 'webhook', state: 'not set', detail: 'WEBHOOK_URL is not set' }
  const fault = await postWebhook({ url, secret }, words, clock())
  return fault === null
    ? { way: 'webhook', state: 'sent', detail: `${new URL(url).host} took it` }
    : { way: 'webhook', state: 'failed', detail: `${fault}. Check WEBHOOK_URL.` }
}

async function mailTest({ config, clock }: Omit<DeliverApp, 'db'>): Promise<TestedWay> {
  const { smtpUrl, from, oauth = null } = config.mail
  const { to } = config.alerts
  const missing = [
    ...(smtpUrl === null ? ['SMTP_URL'] : []),
    ...(from === null ? ['MAIL_FROM'] : []),
    ...(to === null ? ['ALERTS_TO'] : []),
  ]
  if (smtpUrl === null || from === null || to === null)
    return { way: 'mail', state: 'not set', detail: `${missing.join(', ')} not set` }
  const message = await composeMessage({
    from,
    to,
    subject: 'Clawback: a test of the alerts',
    text: `${words}\n`,
    messageId: `<test-${randomUUID()}@${from.split('@')[1] ?? 'localhost'}>`,
    at: clock(),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  const server = readMailServer({ smtpUrl, oauth })
  const outcome = await sendMessage(server, { from, to }, message)
  if (outcome.state === 'accepted')
    return { way: 'mail', state: 'sent', detail: `${server.host} took it for ${to}` }
  const doubt = outcome.state === 'unknown' ? 'Whether it was sent is not known: ' : ''
  return { way: 'mail', state: 'failed', detail: `${doubt}${outcome.reason}. Check SMTP_URL.` }
}
