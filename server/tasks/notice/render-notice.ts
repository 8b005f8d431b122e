import type { Notice } from '../../../db/queries/notices.ts'
import { loadNoticeTemplates } from '../../render/notices/notice-templates.ts'
import { renderForm } from '../../render/notices/render-form.ts'
import { renderHtml } from '../../render/notices/render-html.ts'
import { renderJson } from '../../render/notices/render-json.ts'
import { renderMarkdown } from '../../render/notices/render-markdown.ts'
import { renderText } from '../../render/notices/render-text.ts'
import { readDocument } from './notice-summary.ts'

export const noticeFormats = ['form', 'markdown', 'text', 'html', 'json'] as const
export type NoticeFormat = (typeof noticeFormats)[number]

/** The notice in one of its forms; an unsigned one says on top that it is a draft. */
export function renderNotice(notice: Notice, format: NoticeFormat): string {
  const document = readDocument(notice)
  const templates = loadNoticeTemplates()
  switch (format) {
    case 'form':
      return renderForm(document, templates)
        .map(({ question, answer }) => `${question}\n${answer}\n`)
        .join('\n')
    case 'markdown':
      return renderMarkdown(document, templates)
    case 'text':
      return renderText(document, templates)
    case 'html':
      return renderHtml(document, templates)
    case 'json':
      return renderJson(document, templates)
  }
}
