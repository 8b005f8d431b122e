import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Queryable } from '../../../db/database.ts'
import { findMessage, type MessageRow } from '../../../db/queries/messages.ts'
import { ClawbackError } from '../../errors.ts'
import { openMailReader } from '../../mail/inbox/open-mail-reader.ts'
import { describeMessage, type InboxRow } from './list-inbox.ts'

/**
 * One mail with its text, as far as it can be read.
 * @throws ClawbackError MAIL_UNKNOWN
 */
export async function showMail(
  { db, content }: { db: Queryable; content: ContentStore },
  id: number,
): Promise<InboxRow & { text: string }> {
  const message = await requireMail(db, id)
  const reader = openMailReader()
  try {
    const { text } = await reader.read(await content.get(message.contentId))
    return { ...describeMessage(message), text }
  } finally {
    await reader.close()
  }
}

/** The whole mail as it came, piece by piece. */
export async function* readMail(
  { content }: { content: ContentStore },
  { contentId, laterParts }: Pick<MessageRow, 'contentId' | 'laterParts'>,
): AsyncGenerator<Buffer> {
  for (const id of [contentId, ...(laterParts ?? [])]) yield await content.get(id)
}

export async function requireMail(db: Queryable, id: number): Promise<MessageRow> {
  const message = await findMessage(db, id)
  if (message !== undefined) return message
  throw new ClawbackError('MAIL_UNKNOWN', `There is no mail ${id}`, 'List them: clawback inbox list')
}
