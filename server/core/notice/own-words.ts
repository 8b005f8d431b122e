import type {
  CircumventionAnswers,
  NoticeDocument,
  OpenSourceAnswers,
  Solution,
  TickedStatements,
} from './types.ts'

/**
 * What a person wrote into a draft in place of what Clawback proposes: how the work is described, what happened, what is
 * asked for and which statements are made. What is named, and over which evidence, is nobody's to type. A part that is
 * absent is Clawback's.
 */
export interface OwnWords {
  /** What the work is and what happened to it. */
  description?: string
  /** Empty: none. */
  workUrl?: string
  authority?: string
  solution?: Solution
  /** Null: none are claimed. */
  technologicalMeasures?: CircumventionAnswers | null
  /** Null: the work is not under an open source license. */
  openSource?: OpenSourceAnswers | null
  infringerContact?: string
  statements?: TickedStatements
  /** Why a notice is taken back. */
  reason?: string
}

/** The document in a person's own words, as far as it has a place for them. */
export function applyOwnWords<Document extends NoticeDocument>(document: Document, words: OwnWords): Document
export function applyOwnWords(document: NoticeDocument, words: OwnWords): NoticeDocument {
  const { description, workUrl, authority, reason, statements, ...answers } = words
  const common = {
    work: {
      ...document.work,
      ...(description === undefined ? {} : { description }),
      ...(workUrl === undefined ? {} : { url: workUrl === '' ? null : workUrl }),
    },
    claimant: { ...document.claimant, ...(authority === undefined ? {} : { authority }) },
  }
  switch (document.kind) {
    case 'takedown':
    case 'revised':
      return { ...document, ...common, ...answers, ...(statements === undefined ? {} : { statements }) }
    case 'letter':
      return { ...document, ...common, ...(statements === undefined ? {} : { statements }) }
    case 'retraction':
      return { ...document, ...common, ...(reason === undefined ? {} : { reason }) }
    case 'reply':
    case 'preservation':
      return { ...document, ...common }
  }
}
