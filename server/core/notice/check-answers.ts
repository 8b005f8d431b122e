import { isBlank } from './blank.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import type { TakedownDocument } from './types.ts'

/** Gaps in the form's answers, and answers that delay a removal or are seldom meant. */
export function checkAnswers(document: TakedownDocument): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (document.kind === 'revised' && !/^\d{7}$/.test(document.ticket ?? '')) {
    problems.push(
      errorOf(
        'ticket-missing',
        'A revised notice needs the 7-digit ticket of the notice before',
        "Record it: clawback notice sent ID --ticket; it is in GitHub's confirmation",
      ),
    )
  }
  if (document.technologicalMeasures !== null) {
    problems.push(
      warningOf(
        'anti-circumvention',
        'The notice claims circumvention of technological measures: GitHub reviews that slowly and asks the owner first',
        'Leave it out unless the repositories are tools that circumvent access control (17 U.S.C. 1201)',
      ),
    )
  }
  if (document.openSource !== null) {
    problems.push(
      warningOf(
        'open-source',
        'The work is said to be under an open source license: owners get time to comply, and removal is not asked for',
        'Say so only if this very work was published under it',
      ),
    )
    for (const [name, value] of Object.entries(document.openSource)) {
      if (isBlank(value as string)) {
        problems.push(
          errorOf('open-source-answers-missing', `The answer about the ${name} is blank`, 'Answer it'),
        )
      }
    }
  } else if (document.solution.kind !== 'must-be-removed') {
    problems.push(
      warningOf(
        'remedy-not-removal',
        'The remedy is not removal: owners get time to make changes, and copies stay public meanwhile',
        'Ask for removal if the work is confidential',
      ),
    )
    if (document.solution.kind === 'other-change' && isBlank(document.solution.change)) {
      problems.push(errorOf('change-missing', 'The change asked for is not described', 'Describe it'))
    }
  }
  if (document.scope === 'specific-files') {
    problems.push(
      warningOf(
        'owner-window',
        'Specific files are claimed: GitHub gives each owner about 1 business day to change the repository first',
        'Nothing to do; look at the repositories again when the time is over',
      ),
    )
  }
  return problems
}
