import { eq } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { readData } from './read-data.ts'

/** One event with what links it to the one before; undefined: there is none of this number. */
export async function findEvent({ orm, tables: { events } }: Queryable, seq: number) {
  const [row] = await orm.select().from(events).where(eq(events.seq, seq))
  return row === undefined ? undefined : { ...row, data: readData(row.data), stored: row.data }
}
