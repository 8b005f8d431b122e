import type { Asked, Question } from './ask.ts'
import type { GraphqlAsked, GraphqlQuestion } from './ask-graphql.ts'
import type { Wait } from './wait.ts'

/** What every function of this room works with: two ways to ask, and time. */
export interface Edge {
  ask: (question: Question) => Promise<Asked>
  askGraphql: (question: GraphqlQuestion) => Promise<GraphqlAsked>
  clock: () => Date
  random: () => number
  /** A fresh patience, for waits between several questions. */
  wait: () => Wait
}
