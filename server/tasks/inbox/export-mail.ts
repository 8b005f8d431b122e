import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { readMail, requireMail } from './show-mail.ts'

/**
 * One mail as it came, piece by piece; that somebody took it out is an event.
 * @throws ClawbackError MAIL_UNKNOWN, and while it is read CONTENT_MISSING, CONTENT_DAMAGED
 */
export async function exportMail(
  app: { db: Database; content: ContentStore; actor: string },
  id: number,
): Promise<{ sha256: string; bytes: number; pieces: AsyncIterable<Buffer> }> {
  const message = await requireMail(app.db, id)
  const { sha256, bytes } = message
  await app.db.tx((tx) =>
    appendEvent(tx, { actor: app.actor, kind: 'mail.exported', subject: `mail:${id}`, data: { sha256 } }),
  )
  return { sha256, bytes, pieces: readMail(app, message) }
}
