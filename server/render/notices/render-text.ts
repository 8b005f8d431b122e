import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { withoutTags } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { formParameters } from './render-markdown.ts'
import { renderCorrespondence } from './render-correspondence.ts'
import { tidy } from './tidy.ts'

/**
 * Plain text for the body of an e-mail to copyright@github.com: every question of the form is answered, so that
 * nothing has to be asked again. Everything else is a letter.
 */
export function renderText(document: NoticeDocument, templates: NoticeTemplates): string {
  if (!isTakedown(document)) return renderCorrespondence(document, templates)
  return tidy(templates.formText(formParameters(document, templates, withoutTags, (text) => text)))
}
