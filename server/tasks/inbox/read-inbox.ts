import { createHash } from 'node:crypto'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { findMailbox, insertMessage, saveMailbox } from '../../../db/queries/messages.ts'
import { matchMail, type Awaited } from '../../core/inbox/match-mail.ts'
import { ClawbackError } from '../../errors.ts'
import { parseMail } from '../../mail/inbox/parse-mail.ts'
import { openMailbox, type Mailbox, type RawMail } from '../../mail/inbox/read-mailbox.ts'
import { listSentNotices } from '../sent-notices.ts'

export interface InboxApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  config: { imapUrl: string | null; authServer: string | null }
}

export interface InboxReport {
  read: number
  linked: number
  left: number
}

/**
 * Reads what is new in the mailbox: each mail is kept whole and once, before the place in the mailbox moves on, and
 * linked to the notice that it answers, or left for a person. Nothing in a mail is ever carried out.
 * @throws ClawbackError IMAP_URL_MISSING, MAILBOX_NOT_READ
 */
export async function readInbox(app: InboxApp): Promise<InboxReport> {
  if (app.config.imapUrl === null) {
    throw new ClawbackError(
      'IMAP_URL_MISSING',
      'There is no mailbox to read',
      'Set IMAP_URL to the mailbox that GitHub answers to.',
    )
  }
  let mailbox: Mailbox | undefined
  try {
    mailbox = await openMailbox(app.config.imapUrl)
    return await readAll(app, mailbox)
  } catch (error) {
    if (error instanceof ClawbackError) throw error
    // What a mail server or the network says may hold the login.
    throw new ClawbackError(
      'MAILBOX_NOT_READ',
      'The mailbox could not be read to its end',
      'Check IMAP_URL and the mail server; what was read is kept, and the same command goes on.',
      { exitCode: 3, cause: error },
    )
  } finally {
    await mailbox?.close()
  }
}

async function readAll(app: InboxApp, mailbox: Mailbox): Promise<InboxReport> {
  const report: InboxReport = { read: 0, linked: 0, left: 0 }
  const awaited = (await listSentNotices(app.db)).map(({ notice: { id, ticket } }) => ({ id, ticket }))
  const place = (await findMailbox(app.db, mailbox.name)) ?? null
  for await (const mail of mailbox.readAfter(place)) {
    const state = await keepMail(app, mailbox.name, mail, awaited)
    if (state === undefined) continue
    report.read++
    report[state]++
  }
  return report
}

/** Undefined: this very mail is kept already. */
async function keepMail(
  { db, content, actor, clock, config }: InboxApp,
  mailbox: string,
  { uidValidity, uid, receivedAt, bytes }: RawMail,
  awaited: readonly Awaited[],
): Promise<'linked' | 'left' | undefined> {
  const contentId = await content.put(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const text = await parseMail(bytes)
  const { kind, notice, state, reason } = matchMail(text, awaited, config.authServer)
  return await db.tx(async (tx) => {
    await saveMailbox(tx, { name: mailbox, uidValidity, lastUid: uid })
    const message = await insertMessage(tx, {
      mailbox,
      sha256,
      contentId,
      bytes: bytes.length,
      receivedAt,
      sender: text.sender?.slice(0, 320) ?? null,
      subject: text.subject?.slice(0, 998) ?? null,
      kind,
      state,
      noticeId: notice,
      reason,
      readAt: clock(),
    })
    if (message === undefined) return undefined
    await appendEvent(tx, {
      actor,
      kind: 'mail.read',
      subject: `mail:${message.id}`,
      data: { sha256, bytes: bytes.length, kind, state, notice },
    })
    // What is left and may be about a notice, or is from nowhere near GitHub, is in the list; alerts are for what counts.
    if (notice !== null) {
      const about = state === 'linked' ? 'GitHub wrote' : 'A mail that nobody vouches for came'
      await insertAlert(tx, {
        key: `mail:${sha256}`,
        kind: 'mail',
        workId: null,
        text: `${about} about ${notice} (${kind}): clawback inbox show ${message.id}`,
        data: { message: message.id, notice, kind, state },
        raisedAt: clock(),
      })
    }
    return state
  })
}
