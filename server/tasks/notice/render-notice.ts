import type { Notice } from '../../../db/queries/notices.ts'
import type { NoticeTemplates } from '../../render/notices/notice-templates.ts'
import { renderForm } from '../../render/notices/render-form.ts'
import { renderHtml } from '../../render/notices/render-html.ts'
import { renderJson } from '../../render/notices/render-json.ts'
import { gitHubAgent, renderLetter } from '../../render/notices/render-letter.ts'
import { renderMarkdown } from '../../render/notices/render-markdown.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { renderCorrespondence } from '../../render/notices/render-correspondence.ts'
import { renderText } from '../../render/notices/render-text.ts'
import { readDocument } from './notice-summary.ts'

export const textFormats = ['form', 'markdown', 'text', 'letter', 'html', 'json'] as const
export type TextFormat = (typeof textFormats)[number]

/**
 * The notice in one of its forms that are text; an unsigned one says on top that it is a draft. A letter is to
 * GitHub's designated agent unless a provider's name and address are given.
 */
export function renderNotice(
  notice: Notice,
  templates: NoticeTemplates,
  format: TextFormat,
  recipient: string = gitHubAgent,
): string {
  const document = readDocument(notice)
  switch (format) {
    case 'form':
      return renderForm(document, templates)
        .map(({ question, answer }) => `${question}\n${answer}\n`)
        .join('\n')
    case 'markdown':
      return renderMarkdown(document, templates)
    case 'text':
      return renderText(document, templates)
    case 'letter':
      return isTakedown(document)
        ? renderLetter(document, recipient, templates)
        : renderCorrespondence(document, templates)
    case 'html':
      return renderHtml(document, templates)
    case 'json':
      return renderJson(document, templates)
  }
}
