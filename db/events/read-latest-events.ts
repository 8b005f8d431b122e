import { desc, lt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { readData } from './read-data.ts'
import type { LoggedEvent } from './read-events.ts'

/** The newest events, newest first; those before a sequence number when it is given. */
export async function readLatestEvents(
  { orm, tables: { events } }: Queryable,
  { before, limit }: { before?: number; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await orm
    .select()
    .from(events)
    .where(before === undefined ? undefined : lt(events.seq, before))
    .orderBy(desc(events.seq))
    .limit(limit)
  return rows.map(({ seq, at, actor, kind, subject, data, hash }) => ({
    seq,
    at,
    actor,
    kind,
    subject,
    data: readData(data),
    hash,
  }))
}
