import { answerForm } from '../../core/notice/answer-form.ts'
import { namesRepeatInfringer } from '../../core/notice/describe-history.ts'
import type { FormStatement } from '../../core/notice/answer-form.ts'
import type { TakedownDocument } from '../../core/notice/types.ts'
import type { NoticeTemplates, StatementName } from './notice-templates.ts'

/** One line of GitHub's form, to copy field by field. A `tick` has no answer: the statement itself is the question. */
export interface RenderedField {
  question: string
  answer: string
  kind: 'text' | 'choice' | 'heading' | 'tick'
}

/** Which wording each statement of the form has. */
export const statementOf: Record<FormStatement, StatementName> = {
  representativeForks: 'form-representative-forks',
  goodFaith: 'form-good-faith',
  fairUse: 'form-fair-use',
  perjury: 'form-perjury',
  guide: 'form-guide',
}

/** The form's questions word for word with their answers, in order; a statement that is not made is not there. */
export function formFields(document: TakedownDocument, templates: NoticeTemplates): RenderedField[] {
  return answerForm(document).flatMap((field): RenderedField[] => {
    if (field.kind === 'heading') return [{ question: field.question, answer: '', kind: 'heading' }]
    if (field.kind !== 'tick') {
      const answer =
        field.id === 'infringer' ? askAboutRepeats(field.answer, document, templates) : field.answer
      return [{ question: field.question, answer, kind: field.kind }]
    }
    if (!field.ticked) return []
    const question = templates.statement(statementOf[field.id], { owner: document.claimant.role === 'owner' })
    return [{ question, answer: '', kind: 'tick' }]
  })
}

/** The statute's request goes with what it rests on: the earlier notices, in the answer about who infringes. */
function askAboutRepeats(
  answer: string,
  { history = [], claimant }: TakedownDocument,
  templates: NoticeTemplates,
): string {
  if (!namesRepeatInfringer(history)) return answer
  return `${answer}\n${templates.statement('form-repeat-infringer', { owner: claimant.role === 'owner' })}`
}

/** The form's wording without its HTML tags, for plain text. */
export function withoutTags(question: string): string {
  return question.replace(/<[^<>]*>/g, '')
}
