import { and, asc, eq, gt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

export interface LoggedEvent {
  seq: number
  at: Date
  actor: string
  kind: string
  subject: string
  data: unknown
  hash: string
}

const page = 500

/** The events in order, a page at a time; those of one subject or kind when it is given. */
export async function* readEvents(
  { orm, tables: { events } }: Queryable,
  { after = 0, subject, kind }: { after?: number; subject?: string; kind?: string } = {},
): AsyncGenerator<LoggedEvent> {
  for (let last = after; ;) {
    const ofSubject = subject === undefined ? undefined : eq(events.subject, subject)
    const ofKind = kind === undefined ? undefined : eq(events.kind, kind)
    const rows = await orm
      .select()
      .from(events)
      .where(and(gt(events.seq, last), ofSubject, ofKind))
      .orderBy(asc(events.seq))
      .limit(page)
    for (const { seq, at, actor, kind, subject, data, hash } of rows) {
      yield { seq, at, actor, kind, subject, data: JSON.parse(data) as unknown, hash }
    }
    if (rows.length < page) return
    last = rows.at(-1)!.seq
  }
}
