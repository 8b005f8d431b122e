import type { Database } from '../../db/database.ts'
import { verifyEvents, type Verification } from '../../db/events/verify-events.ts'

/** Recomputes the hash chain over every event and names the first that does not hold. */
export async function verifyAudit({ db }: { db: Database }): Promise<Verification> {
  return await verifyEvents(db)
}
