import { and, desc, lt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { whereEvents, type EventFilter } from './event-filter.ts'
import { readData } from './read-data.ts'
import type { LoggedEvent } from './read-events.ts'

/** The newest events that a filter lets through, newest first; those before a sequence number when it is given. */
export async function readLatestEvents(
  db: Queryable,
  { before, limit, filter = {} }: { before?: number; limit: number; filter?: EventFilter },
): Promise<LoggedEvent[]> {
  const { events } = db.tables
  const rows = await db.orm
    .select()
    .from(events)
    .where(and(before === undefined ? undefined : lt(events.seq, before), whereEvents(db, filter)))
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
