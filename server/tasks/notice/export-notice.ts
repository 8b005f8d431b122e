import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { ClawbackError } from '../../errors.ts'
import { requireNotice } from './find-notice.ts'
import { renderNotice, type NoticeFormat } from './render-notice.ts'

/**
 * Writes a notice in one of its forms; an unsigned one is marked as a draft. `out` null: only the text is given.
 * @throws ClawbackError NOTICE_UNKNOWN, EXPORT_NOT_WRITTEN
 */
export async function exportNotice(
  app: { db: Database; actor: string },
  { id, format, out }: { id: string; format: NoticeFormat; out: string | null },
): Promise<{ text: string; sha256: string }> {
  const notice = await requireNotice(app.db, id)
  const text = renderNotice(notice, format)
  const sha256 = createHash('sha256').update(text).digest('hex')
  if (out !== null) {
    try {
      // A notice holds contact details: for the owner's eyes.
      await writeFile(out, text, { mode: 0o600 })
    } catch (error) {
      throw new ClawbackError(
        'EXPORT_NOT_WRITTEN',
        `${out} could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
        'Give --out a file in a folder that you may write to.',
        { cause: error },
      )
    }
  }
  await app.db.tx((tx) =>
    appendEvent(tx, {
      actor: app.actor,
      kind: 'notice.exported',
      subject: `notice:${id}`,
      data: { format, status: notice.status, sha256 },
    }),
  )
  return { text, sha256 }
}
