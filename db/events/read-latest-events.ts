import { desc, lt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
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

/** A log that was tampered with is still shown: what is no JSON any more comes as its text. */
function readData(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
