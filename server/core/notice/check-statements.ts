import { errorOf } from './problem.ts'
import type { NoticeProblem, TakedownDocument } from './types.ts'

/** Whether the four statements are made, and the sworn sentence about a sample of forks is not. */
export function checkStatements(document: TakedownDocument): NoticeProblem[] {
  const names = {
    goodFaith: 'the good faith belief',
    fairUse: 'fair use',
    perjury: 'accuracy and authority under penalty of perjury',
    guide: "GitHub's guide",
  }
  const problems = Object.entries(names)
    .filter(([id]) => !document.statements[id as keyof typeof names])
    .map(([id, name]) =>
      errorOf(
        `statement-missing-${id.toLowerCase()}`,
        `The statement about ${name} is not made`,
        'Make it, or do not send',
      ),
    )
  // A stored document could say otherwise than its type does: this is the sentence that swept 8,100 repositories.
  if (document.representativeForks as boolean) {
    problems.push(
      errorOf(
        'representative-forks',
        'The notice swears that all or most forks infringe, and names them all',
        'Leave the sentence out: each fork is named with evidence of its own',
      ),
    )
  }
  return problems
}
