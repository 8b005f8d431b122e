import { canonicalJson } from './canonical-json.ts'
import { isTakedown } from './accused.ts'
import type {
  CircumventionAnswers,
  NoticeDocument,
  OpenSourceAnswers,
  Solution,
  TickedStatements,
} from './types.ts'

/** The parts of a notice that the law leaves to a person. What is named, and over which evidence, is nobody's to type. */
export interface NoticeWords {
  /** What the work is and what happened to it. */
  description: string
  /** Empty: none. */
  workUrl: string
  authority: string
  solution: Solution
  /** Null: none are claimed. */
  technologicalMeasures: CircumventionAnswers | null
  /** Null: the work is not under an open source license. */
  openSource: OpenSourceAnswers | null
  infringerContact: string
  statements: TickedStatements
  /** Why a notice is taken back. */
  reason: string
}

/** A part of a notice that a person may write; a problem of it is shown beside it. */
export type WrittenPart = keyof NoticeWords

/** What a person wrote in place of what Clawback proposes; an absent part is Clawback's. `by`: the accounts that wrote. */
export type OwnWords = Partial<NoticeWords> & { by?: string[] }

/** The parts that a document of this kind has a place for. */
export function writtenParts(document: NoticeDocument): WrittenPart[] {
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return [
        'authority',
        'description',
        'workUrl',
        'technologicalMeasures',
        'openSource',
        'solution',
        'infringerContact',
        'statements',
      ]
    case 'letter':
      return ['authority', 'description', 'workUrl', 'statements']
    case 'retraction':
      return ['reason']
    case 'reply':
    case 'preservation':
      return ['authority', 'description']
  }
}

/** The words of a document as they stand, with an empty one for each part that it has no place for. */
export function wordsOf(document: NoticeDocument): NoticeWords {
  return {
    description: document.work.description,
    workUrl: document.work.url ?? '',
    authority: document.claimant.authority,
    solution: isTakedown(document) ? document.solution : { kind: 'must-be-removed' },
    technologicalMeasures: isTakedown(document) ? document.technologicalMeasures : null,
    openSource: isTakedown(document) ? document.openSource : null,
    infringerContact: isTakedown(document) ? document.infringerContact : '',
    statements: 'statements' in document ? document.statements : everyStatement,
    reason: document.kind === 'retraction' ? document.reason : '',
  }
}

/** What Clawback writes where nobody else does: the answers that most leaks need. */
export function proposeWords(known: {
  description: string
  url: string | null
  authority: string
}): NoticeWords {
  return {
    description: known.description,
    workUrl: known.url ?? '',
    authority: known.authority,
    solution: { kind: 'must-be-removed' },
    technologicalMeasures: null,
    openSource: null,
    infringerContact: '',
    statements: everyStatement,
    reason: '',
  }
}

/** The parts that a person wrote otherwise than they were proposed, of those that the document has. */
export function pickOwnWords(
  document: NoticeDocument,
  written: NoticeWords,
  proposed: NoticeWords,
): OwnWords {
  const own = writtenParts(document).filter(
    (part) => canonicalJson({ word: written[part] }) !== canonicalJson({ word: proposed[part] }),
  )
  return Object.fromEntries(own.map((part) => [part, written[part]]))
}

/** The document in a person's own words, as far as it has a place for them. */
export function applyOwnWords(document: NoticeDocument, { by: _by, ...own }: OwnWords): NoticeDocument {
  const { description, workUrl, authority, reason, ...answers } = { ...wordsOf(document), ...own }
  const { statements } = answers
  const common = {
    work: { ...document.work, description, url: workUrl === '' ? null : workUrl },
    claimant: { ...document.claimant, authority },
  }
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return { ...document, ...common, ...answers }
    case 'letter':
      return { ...document, ...common, statements }
    case 'retraction':
      return { ...document, ...common, reason }
    case 'reply':
    case 'preservation':
      return { ...document, ...common }
  }
}

const everyStatement: TickedStatements = { goodFaith: true, fairUse: true, perjury: true, guide: true }
