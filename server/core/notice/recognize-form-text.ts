import { cleanText } from './read/clean-text.ts'
import { readAnswers } from './read/read-answers.ts'
import { findStatements } from './read/statements.ts'

/**
 * Whether typed text would be read as part of the form: a question where a line begins, or the sworn sentence about
 * a sample of forks, which makes GitHub disable a whole network.
 */
export function containsFormText(text: string): boolean {
  const cleaned = cleanText(text)
  return readAnswers(cleaned).answers.length > 0 || findStatements(cleaned).representativeForks
}
