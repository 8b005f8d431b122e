import { createHash } from 'node:crypto'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database, Transaction } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { findMessageReading, insertMessage, type MessageRow } from '../../../db/queries/messages.ts'
import { matchMail, type Awaited, type MailText } from '../../core/inbox/match-mail.ts'
import type { MailReader } from '../../mail/inbox/open-mail-reader.ts'
import type { RawMail } from '../../mail/inbox/read-mailbox.ts'
import { keepBytes } from './keep-bytes.ts'
import { movePlace } from './mailbox-place.ts'

interface Keeping {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  config: { authServer: string | null }
  reader: MailReader
}

/**
 * Keeps one mail whole and links it, or leaves it to a person. Undefined: this very mail is kept already, or one that
 * reads the same came by another way; that one is kept beside it, and nobody is told again.
 * @throws MailNotHandedOut, MailTakenOut
 */
export async function keepMail(
  { db, content, actor, clock, config, reader }: Keeping,
  mailbox: string,
  { uidValidity, uid, receivedAt, chunks }: RawMail,
  awaited: readonly Awaited[],
): Promise<MessageRow['state'] | undefined> {
  const { head, ...kept } = await keepBytes(content, chunks)
  const text = await reader.read(head)
  const { kind, notice, state, reason } = matchMail(text, awaited, config.authServer)
  const readsAs = hashReading(text, state)
  return await db.tx(async (tx) => {
    await movePlace(tx, mailbox, { uidValidity, uid, isRead: true })
    const original = readsAs === null ? undefined : await findMessageReading(tx, readsAs)
    const message = await insertMessage(tx, {
      mailbox,
      ...kept,
      receivedAt: receivedAt ?? clock(),
      sender: text.sender?.slice(0, 320) ?? null,
      subject: text.subject?.slice(0, 998) ?? null,
      kind,
      state: original?.state ?? state,
      noticeId: original?.noticeId ?? notice,
      reason: original === undefined ? reason : `the same as mail ${original.id}, which came by another way`,
      readAt: clock(),
      readsAs,
      copyOf: original?.id ?? null,
    })
    if (message === undefined) return undefined
    await logMail(tx, actor, message)
    if (original !== undefined) return undefined
    await tell(tx, message, clock())
    return state
  })
}

/**
 * What a person would read, and whether it is believed: two mails of one hash are one mail that came twice, through a
 * list, a forwarding, or a server that builds it anew each time, as Exchange does. Null without a Message-ID: then
 * nothing says that it is the same.
 */
function hashReading(text: MailText, state: MessageRow['state']): string | null {
  if (text.messageId === null || text.hasAttachments) return null
  const read = [state, text.messageId, text.sender, text.subject, text.text.replace(/\s+/g, ' ').trim()]
  return createHash('sha256').update(JSON.stringify(read)).digest('hex')
}

async function logMail(tx: Transaction, actor: string, message: MessageRow): Promise<void> {
  const { id, sha256, bytes, kind, state, noticeId, copyOf } = message
  const data = { sha256, bytes, kind, state, notice: noticeId, ...(copyOf === null ? {} : { copyOf }) }
  await appendEvent(tx, { actor, kind: 'mail.read', subject: `mail:${id}`, data })
}

/** What is left and may be about a notice, or is from nowhere near GitHub, is in the list; alerts are for what counts. */
async function tell(
  tx: Transaction,
  { id, sha256, noticeId: notice, state, kind }: MessageRow,
  raisedAt: Date,
): Promise<void> {
  if (notice === null) return
  const about = state === 'linked' ? 'GitHub wrote' : 'A mail that nobody vouches for came'
  await insertAlert(tx, {
    key: `mail:${sha256}`,
    kind: 'mail',
    workId: null,
    text: `${about} about ${notice} (${kind}): clawback inbox show ${id}`,
    data: { message: id, notice, kind, state },
    raisedAt,
  })
}
