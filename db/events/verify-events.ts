import { setImmediate } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { hashEvent, noHash } from './event-hash.ts'
import type { StoredEvent } from './stored-event.ts'

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
 * file. Against that, heads noted elsewhere (a report, a letter, a printout) are given as `noted`. `after`: an event
 * up to which the log was verified before; only what follows it is read.
 */
export async function verifyEvents(
  db: Pick<Database, 'orm' | 'tables' | 'readStoredEvents'>,
  noted: readonly Head[] = [],
  after: Head = { seq: 0, hash: noHash },
): Promise<Verification> {
  const notedHashes = new Map(noted.map(({ seq, hash }) => [seq, hash]))
  let last = after
  for (;;) {
    // The head first: events that are added meanwhile come after it, and are read in the next round.
    const head = await readHead(db)
    const stored = await db.readStoredEvents(last.seq === 0 ? -Infinity : last.seq, page)
    if (stored.length === 0) return compareEnd(last, head, noted)
    // A long log is read between other people's requests, not in place of them.
    await setImmediate()
    for (const { seq, event } of stored) {
      const reason = findFault(last, seq, event) ?? findOther(event, notedHashes)
      if (reason !== null) return { ok: false, seq: Math.min(last.seq + 1, seq), reason }
      last = { seq, hash: event!.hash }
    }
  }
}

function findFault(last: Head, seq: number, event: StoredEvent['event']): string | null {
  const expected = last.seq + 1
  if (seq > expected) return `event ${expected} is missing: ${seq} follows ${last.seq}`
  if (seq < expected) return `event ${seq} does not belong before event ${expected}`
  if (event === null) return `event ${seq} was changed`
  if (event.hash !== hashEvent(event)) return `event ${seq} was changed`
  if (event.prevHash !== last.hash) return `event ${seq} does not follow event ${last.seq}`
  return null
}

function findOther(event: StoredEvent['event'], notedHashes: Map<number, string>): string | null {
  const hash = event === null ? undefined : notedHashes.get(event.seq)
  return hash === undefined || hash === event?.hash
    ? null
    : `event ${event!.seq} is not the one that was noted`
}

function compareEnd(last: Head, head: Head | null, noted: readonly Head[]): Verification {
  const remembered = Math.max(head?.seq ?? 0, ...noted.map(({ seq }) => seq))
  if (remembered > last.seq) {
    const first = last.seq + 1
    return { ok: false, seq: first, reason: `events from ${first} to ${remembered} are missing` }
  }
  if (head?.seq !== last.seq || head.hash !== last.hash) {
    return { ok: false, seq: last.seq, reason: `event ${last.seq} is not the last one that was recorded` }
  }
  return { ok: true, events: last.seq, head: last }
}

async function readHead({ orm, tables }: Pick<Database, 'orm' | 'tables'>): Promise<Head | null> {
  const [head] = await orm
    .select({ seq: tables.eventHead.seq, hash: tables.eventHead.hash })
    .from(tables.eventHead)
  return head ?? null
}
