import { backoff, MOST_FAULTS } from './backoff.ts'
import type { Edge } from './edge.ts'
import { readForkPage } from './fork-page.ts'
import type { ForkOrder, ForkPageAnswer } from './fork-page.ts'

/** The most that GitHub gives of a connection. */
export const PAGE = 100

/** Asks for half the page when GitHub takes too long, down to one fork. */
export async function readPageInHalves(
  edge: Edge,
  { nodeId, after }: { nodeId: string; after: string | null },
  { most, order }: { most: number; order: ForkOrder },
): Promise<ForkPageAnswer & { first: number }> {
  const wait = edge.wait()
  let first = most
  for (let faults = 0; ;) {
    const answer = await readForkPage(edge, { nodeId, after, first, order })
    if (answer.kind !== 'too-much') return { ...answer, first }
    const pause = backoff(++faults, edge.random)
    const retryAt = new Date(edge.clock().getTime() + pause)
    const isOver = first === 1 && faults >= MOST_FAULTS + Math.log2(PAGE)
    if (isOver || !(await wait.for(pause)))
      return { kind: 'could-not-tell', reason: answer.reason, retryAt, first }
    first = Math.max(1, Math.floor(first / 2))
  }
}
