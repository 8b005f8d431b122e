import type { Database } from '../../db/database.ts'
import { verifyEvents, type Head, type Verification } from '../../db/events/verify-events.ts'

export type { Verification }

/**
 * Recomputes the hash chain over every event and names the first that does not hold. `after`: an event up to which it
 * was found to hold before; only what follows is read.
 */
export async function verifyAudit({ db }: { db: Database }, after?: Head): Promise<Verification> {
  return await verifyEvents(db, [], after)
}
