import { asc } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** Every kind of event there is, and everybody who did something, each once. */
export async function readEventFacets({
  orm,
  tables: { events },
}: Queryable): Promise<{ kinds: string[]; actors: string[] }> {
  const kinds = await orm.selectDistinct({ kind: events.kind }).from(events).orderBy(asc(events.kind))
  const actors = await orm.selectDistinct({ actor: events.actor }).from(events).orderBy(asc(events.actor))
  return { kinds: kinds.map(({ kind }) => kind), actors: actors.map(({ actor }) => actor) }
}
