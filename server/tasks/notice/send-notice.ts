import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateNotice, type Notice } from '../../../db/queries/notices.ts'
import { ClawbackError } from '../../errors.ts'
import type { MailOAuth } from '../../mail/access-token.ts'
import { readMailServer, type MailServer } from '../../mail/mail-server.ts'
import { sendMessage, type SendOutcome } from '../../mail/send-message.ts'
import { requireNotice } from './find-notice.ts'
import { composeNotice, noticeMessage, type NoticeMessage } from './notice-message.ts'
import { summarizeNotice, type NoticeSummary } from './notice-summary.ts'
import { readTemplates } from './read-templates.ts'
import { findOpenAttempt } from './send-attempt.ts'

export interface SendApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  config: { mail: { smtpUrl: string | null; from: string | null; oauth?: MailOAuth | null } }
}

export interface SentNotice extends NoticeSummary {
  message: Pick<NoticeMessage, 'from' | 'to' | 'subject' | 'messageId' | 'sha256'>
}

/**
 * Sends a signed notice by e-mail, once, because a person said so. The attempt is in the log before the server is
 * asked; while its end is unknown the notice is not sent again, unless `again` says that the person has looked.
 * @throws ClawbackError MAIL_NOT_SET, NOTICE_UNKNOWN, NOTICE_NOT_SIGNED, NOTICE_SENT, NOTICE_SENDING_UNKNOWN,
 * NOTICE_NOT_SENT, ADDRESS_INVALID
 */
export async function sendNotice(
  app: SendApp,
  input: { id: string; to: string | null; again: boolean },
): Promise<SentNotice> {
  const { server, from } = requireMail(app)
  const addresses = { from, to: input.to }
  const notice = await requireSendable(app.db, input)
  const message = noticeMessage(notice, await readTemplates(app.db, notice), addresses)
  const at = app.clock()
  const bytes = await composeNotice(message, at)
  const textId = await app.content.put(Buffer.from(message.text))
  const subject = `notice:${input.id}`
  await app.db.tx(async (tx) => {
    // What is signed never changes, but somebody else may have begun to send it meanwhile.
    await requireSendable(tx, input)
    await appendEvent(tx, { actor: app.actor, kind: 'notice.sending', subject, data: record(message, input) })
  })
  const outcome = await sendMessage(server, message, bytes)
  if (outcome.state !== 'accepted') {
    const kind = outcome.state === 'unknown' ? 'notice.sending-unknown' : 'notice.not-sent'
    const data = { messageId: message.messageId, reason: outcome.reason }
    await app.db.tx((tx) => appendEvent(tx, { actor: app.actor, kind, subject, data }))
    throw explain(input.id, message, outcome)
  }
  const row = await app.db.tx(async (tx) => {
    const updated = await updateNotice(tx, input.id, {
      status: 'sent',
      sentAt: at,
      channel: 'email',
      sentContentId: textId,
    })
    const data = {
      channel: 'email',
      ticket: null,
      at: at.toISOString(),
      sha256: updated.frozenHash,
      ...record(message, input),
      reply: outcome.reply.slice(0, 300),
    }
    await appendEvent(tx, { actor: app.actor, kind: 'notice.sent', subject, data })
    return updated
  })
  const { to, messageId, sha256 } = message
  return {
    ...summarizeNotice(row),
    message: { from: message.from, to, subject: message.subject, messageId, sha256 },
  }
}

function record({ from, to, messageId, sha256 }: NoticeMessage, { again }: { again: boolean }) {
  return { from, to, messageId, textSha256: sha256, again }
}

function requireMail({ config }: SendApp): { server: MailServer; from: string } {
  const { smtpUrl, from, oauth = null } = config.mail
  if (smtpUrl !== null && from !== null) return { server: readMailServer({ smtpUrl, oauth }), from }
  throw new ClawbackError(
    'MAIL_NOT_SET',
    `${smtpUrl === null ? 'SMTP_URL' : 'MAIL_FROM'} is not set`,
    'Set it, or write the message with "notice export --format eml", send it yourself and record it with "notice sent".',
  )
}

async function requireSendable(
  db: Queryable,
  { id, again }: { id: string; again: boolean },
): Promise<Notice> {
  const notice = await requireNotice(db, id)
  if (notice.status === 'draft') {
    const fix = `Sign it first: clawback notice sign ${id} --name "…"`
    throw new ClawbackError('NOTICE_NOT_SIGNED', `${id} is a draft`, fix)
  }
  if (notice.status !== 'signed') {
    throw new ClawbackError('NOTICE_SENT', `${id} is ${notice.status} already`, 'See "clawback notice show".')
  }
  const open = await findOpenAttempt(db, id)
  if (open !== null && !again) {
    throw sendingUnknown(
      id,
      `A sending of ${id} to ${open.to} was begun on ${open.at.toISOString()}`,
      open.messageId,
    )
  }
  return notice
}

function explain(
  id: string,
  { to, messageId }: NoticeMessage,
  outcome: Exclude<SendOutcome, { state: 'accepted' }>,
): ClawbackError {
  if (outcome.state === 'unknown') {
    return sendingUnknown(
      id,
      `The mail server broke off (${outcome.reason}) while it took ${id} for ${to}`,
      messageId,
    )
  }
  return new ClawbackError(
    'NOTICE_NOT_SENT',
    `${id} was not sent to ${to}: ${outcome.reason}`,
    'Nothing went out. Mend the cause ("clawback doctor" tries the server) and run the same command again.',
    { exitCode: 3 },
  )
}

function sendingUnknown(id: string, what: string, messageId: string): ClawbackError {
  return new ClawbackError(
    'NOTICE_SENDING_UNKNOWN',
    `${what}; whether it went out could not be told`,
    `Look for Message-ID ${messageId} in the mail server's log. There: clawback notice sent ${id} --channel email. Not there: the same command with --again.`,
    { exitCode: 3 },
  )
}
