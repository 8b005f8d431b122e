import { describeClaimant, describeContact, describeWork } from '../../core/notice/describe.ts'
import { materialOf } from '../../core/notice/answer-form.ts'
import type { TakedownDocument } from '../../core/notice/types.ts'
import { withoutTags } from './form-fields.ts'
import type { NoticeTemplates, StatementName } from './notice-templates.ts'
import { tidy } from './tidy.ts'

export interface LetterParameters {
  draft: boolean
  draftMark: string
  recipient: string
  claimant: string
  authority: string
  work: string
  workUrl: string
  scopeStatement: string
  repositories: string[]
  forksStatement: string
  forks: string[]
  request: string
  statements: string[]
  contact: string
  signature: string
  signedOn: string
}

/** The designated agent's address, a line each. */
export const gitHubAgent =
  'GitHub, Inc.\nAttn: DMCA Agent\n88 Colin P Kelly Jr St\nSan Francisco, CA 94107\nUSA'

/** A letter with the six elements of 17 U.S.C. 512(c)(3)(A), for GitHub by post or for another provider. */
export function renderLetter(
  document: TakedownDocument,
  recipient: string,
  templates: NoticeTemplates,
): string {
  const { claimant, work, statements, signature } = document
  const say = (name: StatementName): string =>
    withoutTags(templates.statement(name, { owner: claimant.role === 'owner' }))
  return tidy(
    templates.letterText({
      draft: signature === null,
      draftMark: say('draft-mark'),
      recipient,
      claimant: describeClaimant(claimant),
      authority: claimant.authority,
      work: describeWork(work),
      workUrl: work.url ?? '',
      scopeStatement: say(
        document.scope === 'entire-repository' ? 'letter-entire-repositories' : 'letter-specific-files',
      ),
      repositories: document.repositories.flatMap((repository) => materialOf(repository, document)),
      forksStatement: say('letter-forks'),
      forks: document.forks.flatMap((fork) => materialOf(fork, document)),
      request: say('letter-request'),
      statements: [
        ...(statements.goodFaith ? [say('letter-good-faith')] : []),
        ...(statements.fairUse ? [say('letter-fair-use')] : []),
        ...(statements.perjury ? [say('letter-perjury')] : []),
        ...(statements.guide ? [say('form-guide')] : []),
      ],
      contact: describeContact(claimant),
      signature: signature?.name ?? '',
      signedOn: signature?.at.slice(0, 10) ?? '',
    }),
  )
}
