import type { Queryable } from '../../../db/database.ts'
import { readEventFacets } from '../../../db/events/read-event-facets.ts'

/** What the log can be looked through by: its kinds of events, and who did something. */
export async function listEventFacets({
  db,
}: {
  db: Queryable
}): Promise<{ kinds: string[]; actors: string[] }> {
  return await readEventFacets(db)
}
