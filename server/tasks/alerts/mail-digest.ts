import type { Transaction } from '../../../db/database.ts'
import { insertAlert, type Alert } from '../../../db/queries/alerts.ts'
import {
  beginDelivery,
  endDelivery,
  lastDelivery,
  listUnended,
  undoDelivery,
} from '../../../db/queries/alert-deliveries.ts'
import { ClawbackError } from '../../errors.ts'
import { composeMessage } from '../../mail/compose-message.ts'
import { readMailServer } from '../../mail/mail-server.ts'
import { sendMessage, type SendOutcome } from '../../mail/send-message.ts'
import { isUrgent, listOpenAlerts, type DeliverApp } from './open-alerts.ts'

const DIGEST_EVERY = 20 * 3_600_000
/** No talk with a mail server takes as long: what has no end by then was begun by a process that is gone. */
const LONGEST_TALK = 15 * 60_000

/**
 * Mails what is to be told, at most once a day, or at once when something does not wait. That it is begun is on disk
 * before the server is asked, so that a kill sends nothing twice; what may have been lost by it is told as such.
 * @throws ClawbackError DIGEST_NOT_SENT, ADDRESS_INVALID
 */
export async function mailDigest(app: DeliverApp): Promise<number> {
  const { mail, alerts } = app.config
  const { smtpUrl, oauth = null } = mail
  if (alerts.to === null || smtpUrl === null || mail.from === null) return 0
  await tellOfLost(app, mail.from)
  const open = await listOpenAlerts(app, 'mail')
  const last = await lastDelivery(app.db, 'mail')
  const now = app.clock()
  const isEarly = last !== null && now.getTime() - last.getTime() < DIGEST_EVERY
  if (open.length === 0 || (isEarly && !open.some(isUrgent))) return 0
  const message = await composeMessage({
    from: mail.from,
    to: alerts.to,
    subject: open.length === 1 ? 'Clawback: 1 alert' : `Clawback: ${open.length} alerts`,
    text: digestOf(open),
    messageId: messageIdOf(open, now, mail.from),
    at: now,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  const ids = open.map(({ id }) => id)
  const begun = { channel: 'mail', state: 'sending', at: now } as const
  if (!(await app.db.tx((tx) => beginDelivery(tx, begun, ids)))) return 0
  const server = readMailServer({ smtpUrl, oauth })
  const outcome = await sendMessage(server, { from: mail.from, to: alerts.to }, message)
  const digest = { alerts: open, begunAt: now, from: mail.from, now: app.clock() }
  await app.db.tx((tx) => settle(tx, outcome, digest))
  if (outcome.state === 'not-sent') {
    throw new ClawbackError(
      'DIGEST_NOT_SENT',
      'The mail server did not take the digest of alerts',
      'Check SMTP_URL with "clawback doctor"; it is sent again later.',
    )
  }
  return outcome.state === 'accepted' ? open.length : 0
}

interface BegunDigest {
  alerts: readonly Alert[]
  begunAt: Date
  from: string
  now: Date
}

async function settle(tx: Transaction, outcome: SendOutcome, digest: BegunDigest): Promise<void> {
  const ids = digest.alerts.map(({ id }) => id)
  if (outcome.state === 'not-sent') await undoDelivery(tx, 'mail', ids)
  else if (outcome.state === 'accepted') await endDelivery(tx, { channel: 'mail', state: 'taken' }, ids)
  else await tellOfOne(tx, digest)
}

/** Digests that were begun and whose process ended with them: nobody knows whether they went out. */
async function tellOfLost({ db, clock }: DeliverApp, from: string): Promise<void> {
  const before = new Date(clock().getTime() - LONGEST_TALK)
  if ((await listUnended(db, 'mail', before)).length === 0) return
  await db.tx(async (tx) => {
    const digests = new Map<number, Alert[]>()
    for (const { alert, begunAt } of await listUnended(tx, 'mail', before)) {
      const digest = digests.get(begunAt.getTime()) ?? []
      digests.set(begunAt.getTime(), [...digest, alert])
    }
    for (const [begun, alerts] of digests)
      await tellOfOne(tx, { alerts, begunAt: new Date(begun), from, now: clock() })
  })
}

/** The alert of it goes the ways that every alert goes; it tells of the mail, not again what stood in it. */
async function tellOfOne(tx: Transaction, { alerts, begunAt, from, now }: BegunDigest): Promise<void> {
  await endDelivery(
    tx,
    { channel: 'mail', state: 'unknown' },
    alerts.map(({ id }) => id),
  )
  const messageId = messageIdOf(alerts, begunAt, from)
  const count = alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`
  await insertAlert(tx, {
    key: `digest-unknown:${messageId}`,
    kind: 'could-not-tell',
    workId: null,
    text: `Whether the mail of ${minuteOf(begunAt)} with ${count} went out could not be told; it is not sent again. See them with "clawback alerts", or look for Message-ID ${messageId} in the mail server's log`,
    // Of overreach itself alone: else a server that always breaks off would be told of without end.
    data: { messageId, urgent: alerts.some(({ kind }) => kind === 'overreach') },
    raisedAt: now,
  })
}

function messageIdOf(alerts: readonly Alert[], at: Date, from: string): string {
  return `<alerts-${alerts.at(-1)!.id}-${at.getTime()}@${from.split('@')[1] ?? 'localhost'}>`
}

function digestOf(alerts: readonly Alert[]): string {
  const lines = alerts.map(({ raisedAt, text }) => `${minuteOf(raisedAt)}  ${text}`)
  return `${lines.join('\n')}\n\nSee them all: clawback alerts\n`
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
