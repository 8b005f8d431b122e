import type { Queryable } from '../../../db/database.ts'
import { findNotice, type Notice } from '../../../db/queries/notices.ts'
import { ClawbackError } from '../../errors.ts'

/** @throws ClawbackError NOTICE_UNKNOWN */
export async function requireNotice(db: Queryable, id: string): Promise<Notice> {
  const notice = await findNotice(db, id)
  if (notice !== undefined) return notice
  throw new ClawbackError(
    'NOTICE_UNKNOWN',
    `There is no notice "${id}"`,
    'See "clawback notice list" for the notices there are.',
  )
}

/** @throws ClawbackError NOTICE_UNKNOWN, NOTICE_SIGNED */
export async function requireDraft(db: Queryable, id: string): Promise<Notice> {
  const notice = await requireNotice(db, id)
  if (notice.status === 'draft') return notice
  throw new ClawbackError(
    'NOTICE_SIGNED',
    `${id} is ${notice.status}, and a signed notice never changes`,
    'Draft a revised notice or a retraction about it.',
  )
}
