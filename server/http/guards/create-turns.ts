/** Resolves when it is somebody's turn: true; false at once where there is no room to wait. */
export type TakeTurn = (queue: string, who: string) => Promise<boolean>

/**
 * Queues in which one goes after the other, each after a pause. At most `room` wait in one, and nobody has two places,
 * so that one alone fills no queue that others wait in.
 */
export function createTurns({
  pause,
  room,
  wait,
}: {
  /** Milliseconds. */
  pause: number
  room: number
  wait: (milliseconds: number) => Promise<unknown>
}): TakeTurn {
  const queues = new Map<string, { waiting: string[]; last: Promise<unknown> }>()
  return async (name, who) => {
    const queue = queues.get(name) ?? { waiting: [], last: Promise.resolve() }
    if (queue.waiting.length >= room || queue.waiting.includes(who)) return false
    queues.set(name, queue)
    queue.waiting.push(who)
    queue.last = queue.last.then(() => wait(pause))
    await queue.last
    queue.waiting.splice(queue.waiting.indexOf(who), 1)
    if (queue.waiting.length === 0) queues.delete(name)
    return true
  }
}
