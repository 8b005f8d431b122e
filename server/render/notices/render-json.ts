import type { NoticeDocument } from '../../core/notice/types.ts'
import type { NoticeTemplates } from './notice-templates.ts'

/** The document itself, for other programs. */
export function renderJson(document: NoticeDocument, templates: NoticeTemplates): string {
  const draft = document.signature === null
  return `${JSON.stringify({ draft, templateVersion: templates.version, document }, null, 2)}\n`
}
