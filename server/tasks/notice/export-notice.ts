import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { ClawbackError } from '../../errors.ts'
import { requireNotice } from './find-notice.ts'
import { readTemplates } from './read-templates.ts'
import { writeNotice, type NoticeFormat, type WrittenNotice } from './write-notice.ts'

/**
 * Writes a notice in one of its forms; an unsigned one is marked as a draft. `out` null: only the bytes are given.
 * @throws ClawbackError NOTICE_UNKNOWN, ADDRESS_INVALID, EXPORT_NOT_WRITTEN
 */
export async function exportNotice(
  app: { db: Database; actor: string; config: { mail: { from: string | null } } },
  input: { id: string; format: NoticeFormat; to: string | null; out: string | null },
): Promise<WrittenNotice & { sha256: string }> {
  const { id, format, out } = input
  const notice = await requireNotice(app.db, id)
  const written = await writeNotice(notice, await readTemplates(app.db, notice), format, {
    to: input.to,
    from: app.config.mail.from,
  })
  const sha256 = createHash('sha256').update(written.bytes).digest('hex')
  if (out !== null) {
    try {
      // A notice holds contact details: for the owner's eyes.
      await writeFile(out, written.bytes, { mode: 0o600 })
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
  return { ...written, sha256 }
}
