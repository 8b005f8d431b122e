/** Answers that are the same for everyone until something is written. */
export interface Memory {
  /** What `work` gave for this key while the database has not changed since; else it is asked again. */
  recall<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer>
}

/** Filters are combined by people: enough for a team's, and bounded. */
const most = 200

/** Counting 50,000 matches takes longer than showing a hundred: it is done once a change, not once a page. */
export function createMemory(db: { readMark: () => Promise<string> }): Memory {
  const kept = new Map<string, Promise<unknown>>()
  let mark: string | undefined
  return {
    async recall<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
      const now = await db.readMark()
      if (now !== mark) {
        kept.clear()
        mark = now
      }
      const known = kept.get(key) as Promise<Answer> | undefined
      if (known !== undefined) return await known
      const asked = work()
      kept.set(key, asked)
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
      // What failed is not an answer.
      asked.catch(() => kept.delete(key))
      return await asked
    },
  }
}
