import type { Queryable } from '../../../db/database.ts'
import type { Notice } from '../../../db/queries/notices.ts'
import { findTemplateSet } from '../../../db/queries/template-sets.ts'
import { openTemplates } from '../../render/notices/choose-templates.ts'
import { loadNoticeTemplates, type NoticeTemplates } from '../../render/notices/notice-templates.ts'
import { ClawbackError } from '../../errors.ts'

/**
 * The templates that a notice was drafted with: what was signed reads the same for ever, whatever Clawback brings.
 * @throws ClawbackError TEMPLATE_SET_MISSING, TEMPLATE_SET_CHANGED
 */
export async function readTemplates(
  db: Queryable,
  { id, templateVersion }: Pick<Notice, 'id' | 'templateVersion'>,
): Promise<NoticeTemplates> {
  const kept = await findTemplateSet(db, templateVersion)
  if (kept !== undefined) return openTemplates(kept)
  const current = loadNoticeTemplates()
  if (current.version === templateVersion) return current
  throw new ClawbackError(
    'TEMPLATE_SET_MISSING',
    `The templates of ${id}, version ${templateVersion}, were not kept`,
    'Its exact text as it was sent is in the log of what was sent; a draft is drafted again.',
  )
}
