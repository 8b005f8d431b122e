import { isBlank } from './blank.ts'
import { errorOf } from './problem.ts'
import type { NoticedWork, NoticeProblem } from './types.ts'

/** Whether a stranger could recognise the work. */
export function checkWork(work: NoticedWork): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (isBlank(work.title))
    problems.push(errorOf('work-title-missing', 'The work has no title', 'give it one'))
  if (isBlank(work.owner))
    problems.push(errorOf('work-owner-missing', 'The work has no owner', 'name the owner'))
  if (isBlank(work.description)) {
    problems.push(
      errorOf(
        'work-description-missing',
        'The work is not described',
        'say what the work is, in a sentence that lets a stranger recognise it',
      ),
    )
  }
  if (work.url !== null && !/^https?:\/\/\S+$/.test(work.url)) {
    problems.push(
      errorOf('work-url-invalid', 'The address of the work is not a URL', 'give a whole URL, or none'),
    )
  }
  return problems
}
