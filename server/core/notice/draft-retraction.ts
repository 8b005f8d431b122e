import type { NoticeProblem } from './problem.ts'
import type { Claimant, NoticeReference, NoticedWork, RetractionDocument, RetractionScope } from './types.ts'
import { checkNotice } from './check-notice.ts'

/**
 * A retraction of a notice: whole, by list, or all except a list. Naming a repository here gives it back, so no
 * review is asked for; what stays disabled is stated, so that nobody has to guess.
 */
export function draftRetraction(input: {
  about: NoticeReference
  work: NoticedWork
  claimant: Claimant
  withdraws: RetractionScope
  reason: string
}): { document: RetractionDocument; problems: NoticeProblem[] } {
  const document: RetractionDocument = { kind: 'retraction', ...input, signature: null }
  return { document, problems: checkNotice(document).problems }
}
