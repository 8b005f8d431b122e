import { and, eq, gte, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { likeText } from '../queries/like-text.ts'

export interface EventFilter {
  kind?: string
  actor?: string
  /** What it happened to; `name`: how the events of notices, mails and the archive call it in their data. */
  about?: { subject: string; name: string }
  /** From this moment on, and before that one. */
  from?: Date
  until?: Date
}

/** The kinds whose events name others in their data: few enough to be read through. */
const naming = ['notice.', 'mail.', 'archive.']

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

function isAbout({ tables: { events } }: Queryable, { subject, name }: { subject: string; name: string }) {
  const named = likeText(sql`${events.data}`, JSON.stringify(name))
  return or(
    eq(events.subject, subject),
    // The sign after "." closes the range: every kind that begins so.
    ...naming.map((start) => and(gte(events.kind, start), lt(events.kind, `${start.slice(0, -1)}/`), named)),
  )
}
