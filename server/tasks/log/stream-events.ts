import type { Database } from '../../../db/database.ts'

const page = 1000

/** The whole log as it lies in the database, a line of JSON each, without holding it: see `howToVerify`. */
export async function* streamEvents({ db }: { db: Database }): AsyncGenerator<string> {
  for (let after = -Infinity; ;) {
    const stored = await db.readStoredEvents(after, page)
    const lines = stored.map(({ seq, event }) =>
      JSON.stringify(event === null ? { seq, damaged: true } : { ...event, at: event.at.toISOString() }),
    )
    if (lines.length > 0) yield `${lines.join('\n')}\n`
    if (stored.length < page) return
    after = stored.at(-1)!.seq
  }
}
