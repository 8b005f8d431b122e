/** Gives what `source` gives, and lets it work on the next while the last one is dealt with. */
export async function* readAhead<T>(source: AsyncIterator<T>): AsyncGenerator<T> {
  let next = source.next()
  for (;;) {
    const step = await next
    if (step.done === true) return
    next = source.next()
    // Thrown where it is awaited; until then nobody need be told.
    next.catch(() => undefined)
    yield step.value
  }
}
