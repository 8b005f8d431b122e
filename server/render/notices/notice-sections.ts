import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeDocument, TakedownDocument } from '../../core/notice/types.ts'
import { formFields, withoutTags } from './form-fields.ts'
import type { NoticeTemplates } from './notice-templates.ts'
import { noticeTitle } from './notice-subject.ts'
import { renderCorrespondence } from './render-correspondence.ts'

/** A notice as it is set on a page or on paper. */
export interface SetNotice {
  title: string
  draftMark: string
  sections: NoticeSection[]
}

export interface NoticeSection {
  heading: string
  /** Addresses on GitHub, as links. */
  list: string[]
  paragraphs: string[]
}

export function noticeSections(document: NoticeDocument, templates: NoticeTemplates): SetNotice {
  const draftMark = templates.statement('draft-mark', { owner: document.claimant.role === 'owner' })
  const sections = isTakedown(document)
    ? formSections(document, templates)
    : letterSections(document, templates)
  return { title: noticeTitle(document), draftMark, sections }
}

function formSections(document: TakedownDocument, templates: NoticeTemplates): NoticeSection[] {
  return formFields(document, templates).map(({ question, answer, kind }) =>
    kind === 'tick'
      ? { heading: '', list: [], paragraphs: [`☑ ${withoutTags(question)}`] }
      : { heading: withoutTags(question), ...linksAndText(answer) },
  )
}

function letterSections(
  document: Exclude<NoticeDocument, TakedownDocument>,
  templates: NoticeTemplates,
): NoticeSection[] {
  const signed = document.signature ?? { name: '', at: '' }
  // Page and paper have their own mark for a draft; the signature only shows when there is one.
  const text = renderCorrespondence({ ...document, signature: signed }, templates)
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
