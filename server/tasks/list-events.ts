import type { Queryable } from '../../db/database.ts'
import { readLatestEvents } from '../../db/events/read-latest-events.ts'

export interface EventRow {
  seq: number
  at: string
  actor: string
  kind: string
  subject: string
  data: unknown
  hash: string
}

/** The log, newest first, as far as a filter lets it through; what came before a sequence number when one is given. */
export async function listEvents(
  { db }: { db: Queryable },
  options: Parameters<typeof readLatestEvents>[1],
): Promise<EventRow[]> {
  return (await readLatestEvents(db, options)).map((event) => ({ ...event, at: event.at.toISOString() }))
}
