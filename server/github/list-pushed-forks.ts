import { couldNotTell, found } from '../core/answer.ts'
import type { Answer } from '../core/answer.ts'
import type { Edge } from './edge.ts'
import type { ShownRepository } from './shown-repository.ts'
import { PAGE, readPageInHalves } from './page-in-halves.ts'

/** Lists of forks to be read from the one that was pushed last: plain data, to be stored and handed back to go on. */
export interface PushedCheckpoint {
  open: { id: number; nodeId: string; after: string | null }[]
}

export interface PushedPage {
  /** The repository that these are direct forks of. */
  parentId: number
  forks: ShownRepository[]
  unreadable: number
  checkpoint: PushedCheckpoint
}

/**
 * The direct forks of these repositories that were pushed to since, page by page. A fork that is pushed to meanwhile
 * moves to the front of its list, past the pages still to come: the next run finds it.
 */
export async function* listPushedForks(
  edge: Edge,
  start: PushedCheckpoint,
  since: Date,
): AsyncGenerator<Answer<PushedPage>> {
  let { open } = start
  for (let first = PAGE; open.length > 0;) {
    const [current, ...others] = open
    const answer = await readPageInHalves(edge, current!, { most: first, order: 'pushed' })
    if (answer.kind === 'missing') {
      // A list that is no longer shown is for the full listing to explain.
      open = others
      continue
    }
    if (answer.kind !== 'page') {
      const retryAt = answer.kind === 'could-not-tell' ? answer.retryAt : null
      yield couldNotTell(`the forks that were pushed to: ${answer.reason}`, retryAt)
      return
    }
    const { forks, unreadable, after, hasMore } = answer.page
    if (hasMore && (after === null || after === current!.after)) {
      yield couldNotTell('the forks that were pushed to: GitHub gave no way to the next page')
      return
    }
    first = Math.min(PAGE, answer.first * 2)
    const pushed = forks.filter(
      ({ repository: { pushedAt } }) => (pushedAt?.getTime() ?? 0) >= since.getTime(),
    )
    // A fork that was never pushed to has no time, and says nothing about those behind it.
    const isLast = !hasMore || forks.some(({ repository }) => isBefore(repository.pushedAt, since))
    open = isLast ? others : [{ ...current!, after }, ...others]
    yield found({ parentId: current!.id, forks: pushed, unreadable, checkpoint: { open } })
  }
}

function isBefore(pushedAt: Date | null | undefined, since: Date): boolean {
  return pushedAt !== null && pushedAt !== undefined && pushedAt.getTime() < since.getTime()
}
