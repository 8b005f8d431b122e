import type { GitHubElements, StatutoryElements } from './elements.ts'
import type { NoticeProblem } from './types.ts'
import { findLinks } from './read/find-links.ts'
import { answerTo } from './read/read-notice-text.ts'
import type { NoticeText } from './read/read-notice-text.ts'
import type { QuestionId } from './read/questions.ts'
import { findStatements } from './read/statements.ts'
import { holdsPersonalData, isPersonalEmail } from './personal-data.ts'
import { fullName } from './same-repository.ts'
import { errorOf, warningOf } from './problem.ts'

/** What a reader at GitHub would stumble over in a notice's text. */
export function lintNoticeText(
  notice: NoticeText,
  statutory: StatutoryElements,
  github: GitHubElements,
): NoticeProblem[] {
  return [
    ...lintElements(statutory, github),
    ...lintScope(notice),
    ...lintMaterial(notice),
    ...lintAnswers(notice),
    ...lintWording(notice),
    ...lintPersonalData(notice),
  ]
}

const elementNames = {
  i_signature: ['a signature', 'Sign it with the full name of the person who complains'],
  ii_work: ['the copyrighted work', 'Name and describe the work so that a stranger recognises it'],
  iii_material: ['the infringing material', 'Give the address of each repository or file'],
  iv_contact: [
    'how to reach the complaining party',
    'Give an e-mail address and a telephone number or address',
  ],
  v_goodFaith: ['the good faith belief that the use is not authorized', "State it in the form's words"],
  vi_accuracyPerjury: [
    'accuracy, and authority under penalty of perjury',
    "State all three in the form's words: accurate, authorized, under penalty of perjury",
  ],
} as const

function lintElements(statutory: StatutoryElements, github: GitHubElements): NoticeProblem[] {
  const problems = Object.entries(elementNames).flatMap(([key, [name, fix]]) => {
    const state = statutory[key as keyof StatutoryElements]
    if (state === 'present') return []
    const found = state === 'missing' ? 'is missing' : 'is there in part'
    return [errorOf(`element-${key}`, `17 U.S.C. 512(c)(3)(A): ${name} ${found}`, fix)]
  })
  if (github.guide !== 'present') {
    problems.push(
      warningOf(
        'guide-missing',
        "It does not say that GitHub's guide was read",
        'Read it, and say so: GitHub asks for it',
      ),
    )
  }
  if (github.fairUse !== 'present') {
    problems.push(
      warningOf(
        'fair-use-missing',
        'It does not say that fair use was considered',
        'Consider it, record how, and say so',
      ),
    )
  }
  return problems
}

function lintScope(notice: NoticeText): NoticeProblem[] {
  const scope = answerTo(notice, 'scope') ?? ''
  const links = findLinks(answerTo(notice, 'repositories', 'files', 'forks') ?? '')
  const repositories = links.filter((link) => link.kind === 'repository')
  if (/entire repository/i.test(scope) && repositories.some(({ deeper }) => deeper)) {
    return [
      errorOf(
        'scope-contradiction',
        'The entire repository is claimed, and addresses of single files are given',
        'Give addresses of repositories, or claim specific files',
      ),
    ]
  }
  if (/specific files/i.test(scope) && repositories.some(({ deeper }) => !deeper)) {
    return [
      errorOf(
        'scope-contradiction',
        'Specific files are claimed, and the address of a whole repository is given',
        'Give addresses of files, or claim the entire repository',
      ),
    ]
  }
  return []
}

/** Repositories that are claimed and also given as the original, or listed as forks of themselves. */
function lintMaterial(notice: NoticeText): NoticeProblem[] {
  const claimed = namesIn(answerTo(notice, 'repositories', 'files', 'scope'))
  const forks = namesIn(answerTo(notice, 'forks'))
  const original = namesIn(answerTo(notice, 'workUrl'))
  return [
    ...[...new Set([...claimed, ...forks])]
      .filter((name) => original.has(name))
      .map((name) =>
        errorOf(
          'claims-original',
          `${name} is claimed, and given as the address of the original`,
          'Give the address of the original there, or none',
          name,
        ),
      ),
    ...[...forks]
      .filter((name) => claimed.has(name))
      .map((name) =>
        warningOf(
          'fork-is-claimed',
          `${name} is claimed, and listed as a fork as well`,
          'Name it once',
          name,
        ),
      ),
  ]
}

function namesIn(answer: string | undefined): Set<string> {
  const links = findLinks(answer ?? '')
  return new Set(links.flatMap((link) => (link.kind === 'repository' ? [fullName(link).toLowerCase()] : [])))
}

function lintAnswers(notice: NoticeText): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  const warn = (code: string, message: string, fix: string): void => {
    problems.push(warningOf(code, message, fix))
  }
  if (/^\W*yes/i.test(answerTo(notice, 'openSource') ?? '')) {
    if (/must be removed/i.test(answerTo(notice, 'solution') ?? '')) {
      warn(
        'open-source-contradiction',
        'The work is said to be under an open source license, and removal is asked for',
        'Ask for what complies with the license, or say No if this very work is not licensed',
      )
    } else {
      warn(
        'open-source',
        'The work is said to be under an open source license: owners get time to comply',
        'Check that',
      )
    }
  }
  if (/made private|other change/i.test(answerTo(notice, 'solution') ?? '')) {
    warn(
      'remedy-not-removal',
      'The remedy is not removal: owners get time to make changes first',
      'Ask for removal',
    )
  }
  if (/^\W*yes/i.test(answerTo(notice, 'measures') ?? '')) {
    warn(
      'anti-circumvention',
      'It claims circumvention of technological measures: GitHub reviews that slowly and asks the owner first',
      'Leave it out unless the repositories are tools that circumvent access control (17 U.S.C. 1201)',
    )
  }
  if (
    /^\W*yes/i.test(answerTo(notice, 'revised') ?? '') &&
    !/\b\d{7}\b/.test(answerTo(notice, 'ticket') ?? '')
  ) {
    problems.push(
      errorOf('ticket-missing', 'A revised notice gives no 7-digit ticket', 'Give the ticket of the first'),
    )
  }
  return problems
}

function lintWording(notice: NoticeText): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (findStatements(notice.submitted).representativeForks) {
    problems.push(
      warningOf(
        'representative-forks',
        'It swears that all or most forks infringe: GitHub may then disable the whole network, innocent forks too',
        'Name each fork that was looked at, and leave the sentence out',
      ),
    )
  }
  if (/^\W*draft\b/im.test(notice.preamble)) {
    problems.push(warningOf('draft-mark', 'It is marked as a draft', 'Sign it, and export it again'))
  }
  const address = /[^\s@<>]{1,64}@([^\s@<>]{1,190}\.[a-z]{2,24})/i.exec(notice.submitted)?.[0]
  const forOthers = /^\W*yes, i am authorized/i.test(answerTo(notice, 'role') ?? '')
  if (address !== undefined && forOthers && isPersonalEmail(address)) {
    problems.push(
      warningOf(
        'personal-email',
        'A personal e-mail address is given in a notice for somebody else',
        "Use an address on the organization's domain",
      ),
    )
  }
  return problems
}

/** The contact and the signature are withheld when a notice is published; everything else is not. */
function lintPersonalData(notice: NoticeText): NoticeProblem[] {
  const withheld: ReadonlySet<QuestionId> = new Set(['contact', 'telephone', 'postal', 'signature'])
  const holding = notice.answers.filter(({ id, answer }) => !withheld.has(id) && holdsPersonalData(answer))
  if (holding.length === 0) return []
  return [
    warningOf(
      'personal-data',
      'An answer other than the contact holds an e-mail address or a telephone number, and GitHub publishes notices',
      'Move it to the contact, which is withheld',
    ),
  ]
}
