import type { NoticeDocument } from '../../core/notice/types.ts'
import { formFields, withoutTags } from './form-fields.ts'
import type { RenderedField } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { renderRetraction } from './render-retraction.ts'

/**
 * GitHub's form to fill in field by field, in its order and words. For a retraction there is no form: the fields are
 * those of an e-mail to GitHub.
 */
export function renderForm(document: NoticeDocument, templates: NoticeTemplates): RenderedField[] {
  if (document.kind === 'retraction') {
    return [
      { question: 'To', answer: 'copyright@github.com', kind: 'text' },
      { question: 'Subject', answer: 'Retraction of a DMCA takedown notice', kind: 'text' },
      { question: 'Text', answer: renderRetraction(document, templates), kind: 'text' },
    ]
  }
  const fields = formFields(document, templates).map((field) => ({
    ...field,
    question: withoutTags(field.question),
  }))
  if (document.signature !== null) return fields
  const mark = templates.statement('draft-mark', { owner: document.claimant.role === 'owner' })
  return [{ question: mark, answer: '', kind: 'heading' }, ...fields]
}
