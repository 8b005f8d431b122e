import type { Transaction } from '../database.ts'
import { hashEvent } from './event-hash.ts'

export interface NewEvent {
  /** Who did it: a person's name as they gave it, or `clawback`. */
  actor: string
  /** What happened: `work.added`, `match.reviewed`, `notice.signed`. */
  kind: string
  /** What it happened to: `work:orbit`, `repository:123`, `notice:orbit-1`. */
  subject: string
  data: unknown
}

/** Adds an event to the log, in the transaction of the change that it tells of. */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<{ seq: number; hash: string }> {
  const { events, eventHead } = tx.tables
  const [head] = await tx.orm.select({ seq: eventHead.seq, hash: eventHead.hash }).from(eventHead)
  if (head === undefined) throw new Error('The head of the event log is missing')
  const row = {
    seq: head.seq + 1,
    at: tx.clock(),
    actor: wellFormed(event.actor),
    kind: wellFormed(event.kind),
    subject: wellFormed(event.subject),
    data: JSON.stringify(event.data),
    prevHash: head.hash,
  }
  const hash = hashEvent(row)
  await tx.orm.insert(events).values({ ...row, hash })
  return { seq: row.seq, hash }
}

/** As the database will hold it: half of a surrogate pair has no UTF-8, and would be replaced there. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
