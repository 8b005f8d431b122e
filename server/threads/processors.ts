import { availableParallelism } from 'node:os'

/** Each thread has a heap of its own: more of them take more memory than they save time. */
const MOST = 8

/** How many threads work goes to. */
export function processors(): number {
  return Math.min(MOST, availableParallelism())
}
