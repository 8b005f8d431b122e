import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { ClawbackError } from '../../errors.ts'
import {
  MailNotHandedOut,
  MailTakenOut,
  openMailbox,
  type Mailbox,
  type RawMail,
} from '../../mail/inbox/read-mailbox.ts'
import type { MailOAuth } from '../../mail/access-token.ts'
import { openMailReader, type MailReader } from '../../mail/inbox/open-mail-reader.ts'
import { listSentNotices } from '../sent-notices.ts'
import { keepMail } from './keep-mail.ts'
import { movePlace, readPlace } from './mailbox-place.ts'

export interface InboxApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
  config: { imapUrl: string | null; authServer: string | null; mail?: { oauth?: MailOAuth | null } }
}

export interface InboxReport {
  read: number
  linked: number
  left: number
  /** Those that the server did not hand out; they are asked for again. */
  notHandedOut: number
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
  const reader = openMailReader()
  let mailbox: Mailbox | undefined
  try {
    mailbox = await openMailbox(app.config.imapUrl, app.config.mail?.oauth ?? null)
    return await readAll({ ...app, reader }, mailbox)
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
    await reader.close()
  }
}

async function readAll(app: InboxApp & { reader: MailReader }, mailbox: Mailbox): Promise<InboxReport> {
  const report: InboxReport = { read: 0, linked: 0, left: 0, notHandedOut: 0 }
  const awaited = (await listSentNotices(app.db)).map(({ notice: { id, ticket } }) => ({ id, ticket }))
  for await (const mail of mailbox.readAfter(await readPlace(app.db, mailbox.name))) {
    try {
      const state = await keepMail(app, mailbox.name, mail, awaited)
      if (state === undefined) continue
      report.read++
      report[state]++
    } catch (error) {
      if (error instanceof MailTakenOut) await passBy(app, mailbox.name, mail, true)
      else if (!(error instanceof MailNotHandedOut)) throw error
      else {
        await passBy(app, mailbox.name, mail, false)
        report.notHandedOut++
        if (!mailbox.isOpen()) throw error
      }
    }
  }
  return report
}

/**
 * One mail that a server stumbles over must not keep the others from being read: it is tried again after them, at each
 * reading, and when that fails, too, a person is told.
 */
async function passBy(
  { db, clock }: InboxApp,
  mailbox: string,
  { uidValidity, uid }: RawMail,
  isRead: boolean,
): Promise<void> {
  await db.tx(async (tx) => {
    const isAgain = await movePlace(tx, mailbox, { uidValidity, uid, isRead })
    if (isRead || !isAgain) return
    await insertAlert(tx, {
      key: `mail-not-handed-out:${mailbox}:${uidValidity}:${uid}`,
      kind: 'mail',
      workId: null,
      text: `The mail server does not hand out mail number ${uid}: look at it in the mailbox itself`,
      data: { uidValidity, uid },
      raisedAt: clock(),
    })
  })
}
