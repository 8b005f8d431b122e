import { errorOf, type NoticeProblem } from './problem.ts'
import { checkForkSample } from './sample-forks.ts'
import type { TickedStatements, TakedownDocument } from './types.ts'

/** Whether the statements are made, and the sworn sentence about a sample of forks only over such a sample. */
export function checkStatements(document: TakedownDocument): NoticeProblem[] {
  const problems = checkTicks(document.statements, ['goodFaith', 'fairUse', 'perjury', 'guide'])
  // This is the sentence that swept 8,100 repositories.
  return document.representativeForks === false
    ? problems
    : [...problems, ...checkForkSample(document.representativeForks)]
}

/** Whether each of the statements that a document needs is made. */
export function checkTicks(
  statements: TickedStatements,
  needed: readonly (keyof TickedStatements)[],
): NoticeProblem[] {
  const names = {
    goodFaith: 'the good faith belief',
    fairUse: 'fair use',
    perjury: 'accuracy and authority under penalty of perjury',
    guide: "GitHub's guide",
  }
  return needed
    .filter((id) => !statements[id])
    .map((id) =>
      errorOf(
        `statement-missing-${id.toLowerCase()}`,
        `The statement about ${names[id]} is not made`,
        'Make it, or do not send',
      ),
    )
}
