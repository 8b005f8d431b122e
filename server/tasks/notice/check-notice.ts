import { readFile } from 'node:fs/promises'
import type { Queryable } from '../../../db/database.ts'
import { findNotice } from '../../../db/queries/notices.ts'
import { checkNotice } from '../../core/notice/check-notice.ts'
import { checkNoticeText } from '../../core/notice/check-notice-text.ts'
import type { NoticeCheck } from '../../core/notice/elements.ts'
import { ClawbackError } from '../../errors.ts'
import { readDocument } from './notice-summary.ts'

/**
 * Checks one of our notices by its id, or any notice's text in a file.
 * @throws ClawbackError NOTICE_UNKNOWN when it is neither
 */
export async function checkNoticeOrFile({ db }: { db: Queryable }, idOrFile: string): Promise<NoticeCheck> {
  const notice = await findNotice(db, idOrFile)
  if (notice !== undefined) return checkNotice(readDocument(notice))
  try {
    return checkNoticeText(await readFile(idOrFile, 'utf8'))
  } catch (error) {
    throw new ClawbackError(
      'NOTICE_UNKNOWN',
      `"${idOrFile}" is neither a notice nor a file that can be read`,
      'See "clawback notice list" for ids, or give the path of a text file.',
      { cause: error },
    )
  }
}
