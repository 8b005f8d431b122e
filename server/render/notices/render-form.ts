import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { formFields, withoutTags } from './form-fields.ts'
import type { RenderedField } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { noticeSubject } from './notice-subject.ts'
import { renderCorrespondence } from './render-correspondence.ts'

/**
 * GitHub's form to fill in field by field, in its order and words. For a letter there is no form: the fields are
 * those of an e-mail.
 */
export function renderForm(document: NoticeDocument, templates: NoticeTemplates): RenderedField[] {
  if (!isTakedown(document)) {
    return [
      {
        question: 'To',
        answer: document.kind === 'letter' ? document.provider.agent : 'copyright@github.com',
        kind: 'text',
      },
      { question: 'Subject', answer: noticeSubject(document), kind: 'text' },
      { question: 'Text', answer: renderCorrespondence(document, templates), kind: 'text' },
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
