import type { Queryable } from '../../../db/database.ts'
import { requireNotice } from './find-notice.ts'
import { readTemplates } from './read-templates.ts'
import { noticeMessage, type NoticeMessage } from './notice-message.ts'

/** What would go out, to be looked at before somebody says so. @throws ClawbackError NOTICE_UNKNOWN, ADDRESS_INVALID */
export async function previewMessage(
  app: { db: Queryable; config: { mail: { from: string | null } } },
  { id, to }: { id: string; to: string | null },
): Promise<NoticeMessage & { signedBy: string | null }> {
  const notice = await requireNotice(app.db, id)
  return {
    ...noticeMessage(notice, await readTemplates(app.db, notice), { from: app.config.mail.from, to }),
    signedBy: notice.signedBy,
  }
}
