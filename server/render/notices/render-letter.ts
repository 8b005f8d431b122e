import { describeClaimant, describeContact, describeWork } from '../../core/notice/describe.ts'
import { linesOf, materialOf } from '../../core/notice/answer-form.ts'
import { describeHistory, namesRepeatInfringer } from '../../core/notice/describe-history.ts'
import type { EarlierClaim, LetterDocument, TakedownDocument } from '../../core/notice/types.ts'
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
  /** Earlier notices about what came back, and what the statute says of it. */
  history: string[]
  request: string
  statements: string[]
  contact: string
  signature: string
  signedOn: string
}

/** The designated agent's address, a line each. */
export const gitHubAgent =
  'GitHub, Inc.\nAttn: DMCA Agent\n88 Colin P Kelly Jr St\nSan Francisco, CA 94107\nUSA'

/** A letter to GitHub, by post, with the six elements of 17 U.S.C. 512(c)(3)(A). */
export function renderLetter(
  document: TakedownDocument,
  recipient: string,
  templates: NoticeTemplates,
): string {
  const isEntire = document.scope === 'entire-repository'
  return render(document, templates, {
    recipient,
    scope: isEntire ? 'letter-entire-repositories' : 'letter-specific-files',
    repositories: [
      ...document.repositories.flatMap((repository) => materialOf(repository, document)),
      ...document.otherMaterial.flatMap(linesOf),
    ],
    forks: document.forks.flatMap((fork) => materialOf(fork, document)),
    history: document.history ?? [],
    sworn: [
      ...(document.representativeForks === false ? [] : (['form-representative-forks'] as const)),
      ...(document.statements.guide ? (['form-guide'] as const) : []),
    ],
  })
}

/** The same elements for another provider, about material on its own pages. */
export function renderProviderLetter(document: LetterDocument, templates: NoticeTemplates): string {
  return render(document, templates, {
    recipient: document.provider.agent,
    scope: 'letter-material',
    repositories: document.materials.flatMap(linesOf),
    forks: [],
    history: [],
    sworn: [],
  })
}

function render(
  { claimant, work, statements, signature }: TakedownDocument | LetterDocument,
  templates: NoticeTemplates,
  letter: {
    recipient: string
    scope: StatementName
    repositories: string[]
    forks: string[]
    history: readonly EarlierClaim[]
    /** Beyond the three of the statute and of fair use. */
    sworn: StatementName[]
  },
): string {
  const say = (name: StatementName): string =>
    withoutTags(templates.statement(name, { owner: claimant.role === 'owner' }))
  return tidy(
    templates.letterText({
      draft: signature === null,
      draftMark: say('draft-mark'),
      recipient: letter.recipient,
      claimant: describeClaimant(claimant),
      authority: claimant.authority,
      work: describeWork(work),
      workUrl: work.url ?? '',
      scopeStatement: say(letter.scope),
      repositories: letter.repositories,
      forksStatement: say('letter-forks'),
      forks: letter.forks,
      history: [
        ...describeHistory(letter.history),
        ...(namesRepeatInfringer(letter.history) ? [say('form-repeat-infringer')] : []),
      ],
      request: say('letter-request'),
      statements: [
        ...(statements.goodFaith ? [say('letter-good-faith')] : []),
        ...(statements.fairUse ? [say('letter-fair-use')] : []),
        ...(statements.perjury ? [say('letter-perjury')] : []),
        ...letter.sworn.map(say),
      ],
      contact: describeContact(claimant),
      signature: signature?.name ?? '',
      signedOn: signature?.at.slice(0, 10) ?? '',
    }),
  )
}
