import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { chunks } from '../queries/works.ts'
import { readData } from './read-data.ts'
import type { LoggedEvent } from './read-events.ts'

/** The events of these subjects, of one kind when it is given, oldest first. */
export async function readEventsOf(
  { orm, tables: { events } }: Queryable,
  subjects: readonly string[],
  kind?: string,
): Promise<LoggedEvent[]> {
  const found: LoggedEvent[] = []
  for (const part of chunks(subjects, 500)) {
    const rows = await orm
      .select()
      .from(events)
      .where(and(inArray(events.subject, part), kind === undefined ? undefined : eq(events.kind, kind)))
      .orderBy(asc(events.seq))
    for (const { prevHash: _, ...row } of rows) found.push({ ...row, data: readData(row.data) })
  }
  return found.sort((a, b) => a.seq - b.seq)
}
