import { isBlank } from './blank.ts'
import { errorOf, type NoticeProblem } from './problem.ts'
import type { NoticedWork } from './types.ts'

/** Whether a stranger could recognise the work. */
export function checkWork(work: NoticedWork): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (isBlank(work.title))
    problems.push(errorOf('work-title-missing', 'The work has no title', 'Give it one'))
  if (isBlank(work.owner))
    problems.push(errorOf('work-owner-missing', 'The work has no owner', 'Name the owner'))
  if (isBlank(work.description)) {
    problems.push(
      errorOf(
        'work-description-missing',
        'The work is not described',
        'Say what the work is, in a sentence that lets a stranger recognise it',
      ),
    )
  }
  if (work.url !== null && !/^https?:\/\/\S+$/.test(work.url)) {
    problems.push(
      errorOf('work-url-invalid', 'The address of the work is not a URL', 'Give a whole URL, or none'),
    )
  }
  return problems
}
