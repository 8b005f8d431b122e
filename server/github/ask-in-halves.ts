import type { GraphqlError, GraphqlQuestion } from './ask-graphql.ts'
import { backoff } from './backoff.ts'
import type { Edge } from './edge.ts'

export interface InHalves<Item> {
  /** Asks for several items under the aliases `n0`, `n1`, … */
  question: (items: readonly Item[]) => GraphqlQuestion
  /**
   * Takes what came for one item. Whether it was an answer; `undefined` and null are one only when `isFinal`, that is
   * when no resource limit cut the query short. `refusal`: the type of the error that GitHub gave in its place.
   */
  read: (item: Item, value: unknown, isFinal: boolean, refusal: string | undefined) => boolean
  /** The item was not answered, and will not be by asking again now. */
  giveUp: (item: Item, reason: string, retryAt: Date | null) => void
}

/** So often one item is asked for alone before the others go on without it. */
const MOST_ALONE = 3

/**
 * Asks for many things in few GraphQL requests, `atOnce` in each. When it takes GitHub too long, the answers that came
 * are kept and the rest is asked for in halves, down to one by one.
 */
export async function askInHalves<Item>(
  edge: Edge,
  items: readonly Item[],
  atOnce: number,
  { question, read, giveUp }: InHalves<Item>,
): Promise<void> {
  const wait = edge.wait()
  let rest = [...items]
  let size = atOnce
  let faults = 0
  while (rest.length > 0) {
    const part = rest.slice(0, size)
    const asked = await edge.askGraphql(question(part))
    if (asked.kind === 'could-not-tell') {
      for (const item of rest) giveUp(item, asked.reason, asked.retryAt)
      return
    }
    let unread = part
    if (asked.kind === 'answer') {
      unread = part.filter(
        (item, at) => !read(item, asked.data[`n${at}`], !asked.cutShort, refusalOf(asked.errors, at)),
      )
      if (!asked.cutShort) {
        for (const item of unread) giveUp(item, reasonOf(asked.errors, part.indexOf(item)), null)
        unread = []
      }
    }
    rest = [...unread, ...rest.slice(part.length)]
    if (unread.length < part.length) faults = 0
    if (unread.length === 0) {
      size = Math.min(atOnce, size * 2)
      continue
    }
    const pause = backoff(++faults, edge.random)
    const retryAt = new Date(edge.clock().getTime() + pause)
    if (part.length === 1 && faults >= MOST_ALONE) {
      giveUp(rest.shift()!, TOO_LONG, retryAt)
      faults = 0
    } else if (!(await wait.for(pause))) {
      for (const item of rest) giveUp(item, TOO_LONG, retryAt)
      return
    }
    size = Math.max(1, Math.floor(part.length / 2))
  }
}

const TOO_LONG = 'it takes GitHub too long'

/** `FORBIDDEN` (an organization lets no one in from here) is not `NOT_FOUND`. */
function refusalOf(errors: readonly GraphqlError[], at: number): string | undefined {
  return errors.find(({ path }) => path[0] === `n${at}`)?.type
}

function reasonOf(errors: readonly { path: (string | number)[]; message: string }[], at: number): string {
  const error = errors.find(({ path }) => path[0] === `n${at}`) ?? errors[0]
  return error === undefined ? 'GitHub gave no answer' : `GitHub: ${error.message.slice(0, 300)}`
}
