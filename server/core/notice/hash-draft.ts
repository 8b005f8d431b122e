import { freezeNotice } from './freeze-notice.ts'
import type { NoticeDocument } from './types.ts'

/**
 * SHA-256 of what a reader of a draft has before them: the document and the templates that word it. A draft that gave
 * way leaves its number to the next one, so its id does not tell what was read.
 */
export function hashDraft(document: NoticeDocument, templateVersion: string): string {
  return freezeNotice(document, [], templateVersion).sha256
}
