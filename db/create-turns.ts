/** Lets at most `limit` pieces of work run at a time; the others wait, first come, first served. */
export function createTurns(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []

  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // The place is handed on, not given back: nobody who comes meanwhile can take it.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
