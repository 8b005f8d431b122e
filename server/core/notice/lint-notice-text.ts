import type { GitHubElements, StatutoryElements } from './elements.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { answerTo } from './read/read-notice-text.ts'
import type { NoticeText } from './read/read-notice-text.ts'
import type { QuestionId } from './read/questions.ts'
import { findStatements } from './read/statements.ts'
import { holdsPersonalData, isPersonalEmail } from './personal-data.ts'
import { lintElements } from './lint-elements.ts'
import { lintMaterial, lintScope } from './lint-material.ts'

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
