import { answerForm } from '../../core/notice/answer-form.ts'
import { isWithheld, redactPublished, type PublishedRun } from '../../core/notice/redact-published.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument, TakedownDocument } from '../../core/notice/types.ts'
import { statementOf, withoutTags } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { renderCorrespondence } from './render-correspondence.ts'

/** One question with its answer, or one paragraph of a letter, as github/dmca will most likely show it. */
export interface PublishedSection {
  question: string
  answer: PublishedRun[]
}

export interface PublishedNotice {
  /** GitHub asks the owners first and says so on top (94 % of the notices that claim specific files, 2025-26). */
  ownersFirst: boolean
  sections: PublishedSection[]
  /** How often something is struck out. */
  struck: number
}

/** What GitHub publishes of a notice; null for what it does not publish. */
export function renderPublished(
  document: NoticeDocument,
  templates: NoticeTemplates,
): PublishedNotice | null {
  if (!isTakedown(document) && document.kind !== 'retraction') return null
  const sections = isTakedown(document)
    ? formSections(document, templates)
    : letterSections(renderCorrespondence(document, templates), document)
  return {
    ownersFirst: isTakedown(document) && asksOwnersFirst(document),
    sections,
    struck: sections.flatMap(({ answer }) => answer).filter(({ struck }) => struck).length,
  }
}

function formSections(document: TakedownDocument, templates: NoticeTemplates): PublishedSection[] {
  const owner = document.claimant.role === 'owner'
  return answerForm(document).flatMap((field): PublishedSection[] => {
    if (field.kind === 'tick') {
      if (!field.ticked) return []
      return [{ question: withoutTags(templates.statement(statementOf[field.id], { owner })), answer: [] }]
    }
    const question = withoutTags(field.question)
    if (field.kind === 'heading') return [{ question, answer: [] }]
    if (isWithheld(field.id)) return [{ question, answer: [{ text: '[private]', struck: true }] }]
    return [{ question, answer: redactPublished(field.answer, document.claimant) }]
  })
}

function letterSections(text: string, { claimant }: NoticeDocument): PublishedSection[] {
  return text
    .split('\n\n')
    .map((paragraph) => ({ question: '', answer: redactPublished(paragraph, claimant) }))
}

/** The opportunity to change comes with specific files, and with every remedy but removal (facts of the published notices). */
function asksOwnersFirst({ scope, solution, openSource, technologicalMeasures }: TakedownDocument): boolean {
  return (
    scope === 'specific-files' ||
    solution.kind !== 'must-be-removed' ||
    openSource !== null ||
    technologicalMeasures !== null
  )
}
