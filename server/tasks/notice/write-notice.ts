import type { Notice } from '../../../db/queries/notices.ts'
import { writePdf } from '../../render/documents/write-pdf.ts'
import type { NoticeTemplates } from '../../render/notices/notice-templates.ts'
import { printNotice } from '../../render/notices/print-notice.ts'
import { composeNotice, noticeMessage } from './notice-message.ts'
import { readDocument } from './notice-summary.ts'
import { renderNotice, textFormats } from './render-notice.ts'

export const noticeFormats = [...textFormats, 'pdf', 'eml'] as const
export type NoticeFormat = (typeof noticeFormats)[number]

export interface WrittenNotice {
  bytes: Buffer
  /** Characters that the file shows by their number, its fonts having no sure shape for them. */
  byNumber: string[]
}

/**
 * The notice as the bytes of a file; the same notice gives the same bytes.
 * `to`: whom a letter or a message is for; null is GitHub. `from`: the sender; null is the claimant.
 * @throws ClawbackError ADDRESS_INVALID
 */
export async function writeNotice(
  notice: Notice,
  templates: NoticeTemplates,
  format: NoticeFormat,
  { to, from }: { to: string | null; from: string | null },
): Promise<WrittenNotice> {
  if (format === 'pdf') {
    return await writePdf(printNotice({ ...notice, document: readDocument(notice) }, templates))
  }
  if (format === 'eml') {
    const at = notice.signedAt ?? notice.createdAt
    // Mail programs open a message that says so as one to be sent, not as one received.
    const bytes = await composeNotice(noticeMessage(notice, templates, { from, to }), at, { 'X-Unsent': '1' })
    return { bytes, byNumber: [] }
  }
  return { bytes: Buffer.from(renderNotice(notice, templates, format, to ?? undefined)), byNumber: [] }
}
