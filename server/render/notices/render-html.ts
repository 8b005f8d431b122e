import type { NoticeDocument } from '../../core/notice/types.ts'
import { noticeSections, type SetNotice } from './notice-sections.ts'
import type { NoticeTemplates } from './notice-templates.ts'

export interface HtmlParameters extends SetNotice {
  draft: boolean
}

/** One page that needs nothing else, prints well, and runs no script; every value is escaped. */
export function renderHtml(document: NoticeDocument, templates: NoticeTemplates): string {
  return templates.pageHtml({ ...noticeSections(document, templates), draft: document.signature === null })
}
