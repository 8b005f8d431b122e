import { asc, gt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { hashEvent, noHash } from './event-hash.ts'

export interface Head {
  seq: number
  hash: string
}

export type Verification =
  | { ok: true; events: number; head: Head }
  /** `seq`: the first event that does not hold. */
  | { ok: false; seq: number; reason: string }

const page = 1000

/**
 * Reads the whole log and checks every hash, every link, and that the last event is the one the database remembers.
 * What it cannot see: a log rewritten from some event on, hashes, head and all, by someone who can write to the
 * file. Against that, heads noted elsewhere (a report, a letter, a printout) are given as `noted`.
 */
export async function verifyEvents(db: Queryable, noted: Head[] = []): Promise<Verification> {
  const { events, eventHead } = db.tables
  const notedBySeq = new Map(noted.map(({ seq, hash }) => [seq, hash]))
  let head: Head = { seq: 0, hash: noHash }
  for (;;) {
    const rows = await db.orm
      .select()
      .from(events)
      .where(gt(events.seq, head.seq))
      .orderBy(asc(events.seq))
      .limit(page)
    for (const row of rows) {
      const seq = head.seq + 1
      if (row.seq !== seq)
        return { ok: false, seq, reason: `event ${seq} is missing: ${row.seq} follows ${head.seq}` }
      if (row.prevHash !== head.hash)
        return { ok: false, seq, reason: `event ${seq} does not follow event ${head.seq}` }
      if (row.hash !== hashEvent(row)) return { ok: false, seq, reason: `event ${seq} was changed` }
      const hash = notedBySeq.get(seq)
      if (hash !== undefined && hash !== row.hash) {
        return { ok: false, seq, reason: `event ${seq} is not the one that was noted` }
      }
      head = { seq, hash: row.hash }
    }
    if (rows.length < page) break
  }
  const [kept] = await db.orm.select({ seq: eventHead.seq, hash: eventHead.hash }).from(eventHead)
  const last = Math.max(kept?.seq ?? 0, ...notedBySeq.keys())
  if (last > head.seq)
    return { ok: false, seq: head.seq + 1, reason: `events from ${head.seq + 1} to ${last} are missing` }
  if (kept === undefined || kept.seq !== head.seq || kept.hash !== head.hash) {
    return { ok: false, seq: head.seq, reason: `event ${head.seq} is not the last one that was recorded` }
  }
  return { ok: true, events: head.seq, head }
}
