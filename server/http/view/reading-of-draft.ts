import { checkNotice } from '../../core/notice/check-notice.ts'
import {
  writtenParts,
  type NoticeWords,
  type OwnWords,
  type WrittenPart,
} from '../../core/notice/own-words.ts'
import { placeProblem } from '../../core/notice/place-problem.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import type { NoticeProblem } from '../../core/notice/problem.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { statementOf, withoutTags } from '../../render/notices/form-fields.ts'
import type { NoticeTemplates } from '../../render/notices/notice-templates.ts'
import { renderPublished } from '../../render/notices/render-published.ts'
import type { DraftWordsPage, ShownProblem } from '../../render/pages/draft-words-page.ts'
import { elementRows } from './element-rows.ts'

/** What a draft with these words is worth: its elements, each problem beside the part that mends it, and what is published. */
export function readingOfDraft(
  document: NoticeDocument,
  templates: NoticeTemplates,
): Pick<DraftWordsPage, 'elements' | 'complete' | 'above' | 'published'> & {
  beside: Map<WrittenPart, ShownProblem[]>
} {
  const check = checkNotice(document)
  const beside = new Map<WrittenPart, ShownProblem[]>()
  const above: ShownProblem[] = []
  const parts = new Set(writtenParts(document))
  for (const problem of check.problems) {
    const part = placeProblem(problem)
    // That nobody has signed yet is no news to who writes.
    if (problem.code === 'not-signed') continue
    if (part === null || !parts.has(part)) above.push(showProblem(problem))
    else beside.set(part, [...(beside.get(part) ?? []), showProblem(problem)])
  }
  return {
    elements: document.kind === 'retraction' ? [] : elementRows(check),
    complete: check.complete,
    above,
    beside,
    published: renderPublished(document, templates),
  }
}

function showProblem({ code, severity, message, fix }: NoticeProblem): ShownProblem {
  return { code, tone: severity === 'error' ? 'red' : 'amber', message, fix }
}

/** The fields of the page, each with what stands in it, whose words those are, and what is wrong with them. */
export function fieldsOfDraft(
  document: NoticeDocument,
  {
    words,
    own,
    proposed,
    beside,
    templates,
  }: {
    words: NoticeWords
    own: OwnWords
    proposed: NoticeWords
    beside: ReadonlyMap<WrittenPart, ShownProblem[]>
    templates: NoticeTemplates
  },
): DraftWordsPage['fields'] {
  const parts = new Set(writtenParts(document))
  const common = (part: WrittenPart) => ({
    problems: beside.get(part) ?? [],
    own: own[part] !== undefined,
    invalid: (beside.get(part) ?? []).some(({ tone }) => tone === 'red'),
  })
  const typed = (part: 'description' | 'workUrl' | 'authority' | 'infringerContact' | 'reason') =>
    parts.has(part) ? { ...common(part), value: words[part], proposed: proposed[part] } : null
  const { solution, technologicalMeasures: measures, openSource } = words
  const owner = document.claimant.role === 'owner'
  return {
    description: typed('description'),
    workUrl: typed('workUrl'),
    authority: typed('authority'),
    infringerContact: typed('infringerContact'),
    reason: typed('reason'),
    solution: parts.has('solution')
      ? {
          ...common('solution'),
          kind: solution.kind,
          change: solution.kind === 'other-change' ? solution.change : '',
        }
      : null,
    measures: parts.has('technologicalMeasures')
      ? {
          ...common('technologicalMeasures'),
          claimed: measures !== null,
          which: measures?.measures ?? '',
          circumvention: measures?.circumvention ?? '',
        }
      : null,
    openSource: parts.has('openSource')
      ? {
          ...common('openSource'),
          licensed: openSource !== null,
          license: openSource?.license ?? '',
          violation: openSource?.violation ?? '',
          changes: openSource?.changes ?? '',
        }
      : null,
    statements: parts.has('statements')
      ? {
          ...common('statements'),
          rows: (['goodFaith', 'fairUse', 'perjury', 'guide'] as const)
            .filter((id) => isTakedown(document) || id !== 'guide')
            .map((id) => ({
              id,
              ticked: words.statements[id],
              wording: withoutTags(templates.statement(statementOf[id], { owner })),
            })),
        }
      : null,
  }
}
