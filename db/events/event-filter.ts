import { and, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { likeText } from '../queries/like-text.ts'

export interface EventFilter {
  kind?: string
  actor?: string
  /** What it happened to, or what events of these kinds call by its name in their data. */
  about?: { subject: string; name: string; namedIn: readonly string[] }
  /** From this moment on, and before that one. */
  from?: Date
  until?: Date
}

export function whereEvents(
  db: Queryable,
  { kind, actor, about, from, until }: EventFilter,
): SQL | undefined {
  const { events } = db.tables
  return and(
    kind === undefined ? undefined : eq(events.kind, kind),
    actor === undefined ? undefined : eq(events.actor, actor),
    about === undefined ? undefined : isAbout(db, about),
    from === undefined ? undefined : gte(events.at, from),
    until === undefined ? undefined : lt(events.at, until),
  )
}

function isAbout(
  { tables: { events } }: Queryable,
  { subject, name, namedIn }: NonNullable<EventFilter['about']>,
) {
  const named = likeText(sql`${events.data}`, JSON.stringify(name))
  return or(eq(events.subject, subject), and(inArray(events.kind, [...namedIn]), named))
}
