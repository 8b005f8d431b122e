import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument, TakedownDocument } from '../../core/notice/types.ts'
import { formFields } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { renderCorrespondence } from './render-correspondence.ts'
import { tidy } from './tidy.ts'

export interface FormParameters {
  draft: boolean
  draftMark: string
  fields: { question: string; answer: string }[]
}

/** The notice as GitHub would publish it: bold questions, their answers, ticked statements as bold lines. */
export function renderMarkdown(document: NoticeDocument, templates: NoticeTemplates): string {
  if (!isTakedown(document)) return hardBreaks(renderCorrespondence(document, templates))
  return tidy(templates.formMarkdown(formParameters(document, templates, (text) => text, hardBreaks)))
}

export function formParameters(
  document: TakedownDocument,
  templates: NoticeTemplates,
  question: (text: string) => string,
  answer: (text: string) => string,
): FormParameters {
  return {
    draft: document.signature === null,
    draftMark: templates.statement('draft-mark', { owner: document.claimant.role === 'owner' }),
    fields: formFields(document, templates).map((field) => ({
      question: question(field.question),
      answer: answer(field.answer),
    })),
  }
}

/** Lines of one paragraph stay lines when Markdown is rendered. */
function hardBreaks(text: string): string {
  return text.replace(/(?<=\S) *\n(?=[^\n])/g, '  \n')
}
