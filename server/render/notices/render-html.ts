import type { NoticeDocument } from '../../core/notice/types.ts'
import { formFields, withoutTags } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { renderRetraction } from './render-retraction.ts'

export interface HtmlSection {
  heading: string
  /** Addresses on GitHub, as links. */
  list: string[]
  paragraphs: string[]
}

export interface HtmlParameters {
  title: string
  draft: boolean
  draftMark: string
  sections: HtmlSection[]
}

/** One page that needs nothing else, prints well, and runs no script; every value is escaped. */
export function renderHtml(document: NoticeDocument, templates: NoticeTemplates): string {
  const owner = document.claimant.role === 'owner'
  return templates.pageHtml({
    title:
      document.kind === 'retraction'
        ? 'Retraction of a DMCA takedown notice'
        : `DMCA takedown notice: ${document.work.title}`,
    draft: document.signature === null,
    draftMark: templates.statement('draft-mark', { owner }),
    sections:
      document.kind === 'retraction'
        ? retractionSections(document, templates)
        : formSections(document, templates),
  })
}

function formSections(
  document: Exclude<NoticeDocument, { kind: 'retraction' }>,
  templates: NoticeTemplates,
): HtmlSection[] {
  return formFields(document, templates).map(({ question, answer, kind }) =>
    kind === 'tick'
      ? { heading: '', list: [], paragraphs: [`☑ ${withoutTags(question)}`] }
      : { heading: withoutTags(question), ...linksAndText(answer) },
  )
}

function retractionSections(
  document: Extract<NoticeDocument, { kind: 'retraction' }>,
  templates: NoticeTemplates,
): HtmlSection[] {
  const signed = document.signature ?? { name: '', at: '' }
  // The page has its own mark for a draft; the signature only shows when there is one.
  const text = renderRetraction({ ...document, signature: signed }, templates)
  return text.split('\n\n').map((paragraph) => ({ heading: '', ...linksAndText(paragraph) }))
}

/** An answer that is a list of addresses on GitHub becomes links; anything else stays text. */
function linksAndText(answer: string): { list: string[]; paragraphs: string[] } {
  const lines = answer.split('\n').filter((line) => line.trim() !== '')
  const isList = lines.length > 0 && lines.every((line) => /^https:\/\/github\.com\/[!-~]+$/.test(line))
  return isList
    ? { list: lines, paragraphs: [] }
    : { list: [], paragraphs: answer === '' ? [] : answer.split('\n\n') }
}
