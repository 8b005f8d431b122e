import type { Database } from '../../db/database.ts'
import { verifyEvents, type Verification } from '../../db/events/verify-events.ts'

/** An event as the hash covers it: `data` is JSON as text, byte for byte as it was written. */
export interface ExportedEvent {
  seq: number
  at: string
  actor: string
  kind: string
  subject: string
  data: string
  prevHash: string
  hash: string
}

/** What lies at this place is no event any more. */
export interface DamagedEvent {
  seq: number
  damaged: true
}

export interface ExportedAudit {
  verification: Verification
  howToVerify: string
  events: (ExportedEvent | DamagedEvent)[]
}

/** So that anybody can check the log without Clawback. */
export const howToVerify =
  'hash is SHA-256, in lower-case hex, over seq (decimal), at, actor, kind, subject, data and prevHash in this order, ' +
  'each as a netstring (its length in UTF-8 bytes, a colon, the bytes, a comma), with nothing between them. ' +
  'prevHash is the hash of the event before, 64 zeros before the first; seq counts from 1 without a gap. ' +
  'A log rewritten as a whole shows only against a hash that was noted elsewhere.'

/** The whole log, as it lies in the database and nothing mended, with what its own check says. */
export async function exportAudit({ db }: { db: Database }): Promise<ExportedAudit> {
  const events: ExportedAudit['events'] = []
  const page = 1000
  for (let after = -Infinity; ;) {
    const stored = await db.readStoredEvents(after, page)
    for (const { seq, event } of stored) {
      events.push(event === null ? { seq, damaged: true } : { ...event, at: event.at.toISOString() })
    }
    if (stored.length < page) break
    after = stored.at(-1)!.seq
  }
  return { verification: await verifyEvents(db), howToVerify, events }
}

/** One event a line. */
export function writeJsonLines(events: readonly unknown[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}
