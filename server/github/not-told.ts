import { couldNotTell } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import { readMessage } from './judge-reply.ts'
import type { Asked } from './ask.ts'

/**
 * What is left when an answer is none of those that a question knows: *could not tell*, with what GitHub said. A block
 * is named as such; it says nothing about the content behind it.
 */
export function notTold(asked: Asked, what: string): Answer<never> {
  if (asked.kind === 'could-not-tell') return couldNotTell(`${what}: ${asked.reason}`, asked.retryAt)
  const { status, content } = asked
  if (status === 200) return couldNotTell(`${what}: GitHub's answer was not in the form it describes`)
  const message = readMessage(content)
  return couldNotTell(`${what}: GitHub answered ${status}${message === '' ? '' : ` (${message})`}`)
}
