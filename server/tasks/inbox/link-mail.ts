import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateMessage } from '../../../db/queries/messages.ts'
import { messageKinds } from '../../../db/schema/messages.ts'
import { ClawbackError } from '../../errors.ts'
import { requireNotice } from '../notice/find-notice.ts'
import { describeMessage, type InboxRow } from './list-inbox.ts'
import { requireMail } from './show-mail.ts'

/**
 * Links a mail to a notice because a person said so.
 * @throws ClawbackError MAIL_UNKNOWN, NOTICE_UNKNOWN, MAIL_KIND_INVALID
 */
export async function linkMail(
  { db, actor }: { db: Database; actor: string },
  input: { id: number; notice: string; kind: string | null },
): Promise<InboxRow> {
  const message = await requireMail(db, input.id)
  const notice = await requireNotice(db, input.notice)
  const kind = messageKinds.find((known) => known === (input.kind ?? message.kind))
  if (kind === undefined) {
    throw new ClawbackError(
      'MAIL_KIND_INVALID',
      `"${input.kind ?? ''}" is no kind of mail`,
      `Choose from: ${messageKinds.join(', ')}.`,
    )
  }
  const linked = { noticeId: notice.id, kind, state: 'linked' as const, reason: `linked by ${actor}` }
  await db.tx(async (tx) => {
    await updateMessage(tx, message.id, linked)
    const data = { notice: notice.id, kind }
    await appendEvent(tx, { actor, kind: 'mail.linked', subject: `mail:${message.id}`, data })
  })
  return describeMessage({ ...message, ...linked })
}
