import { eq } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type ScanPulse = Tables['scanPulses']['$inferSelect']

/** What a scan does now; only the latest is kept. It can be lost in a power cut; nothing is decided by it. */
export async function putPulse(
  { orm, tables: { scanPulses } }: Queryable,
  { scanId, ...pulse }: ScanPulse,
): Promise<void> {
  await orm
    .insert(scanPulses)
    .values({ scanId, ...pulse })
    .onConflictDoUpdate({ target: scanPulses.scanId, set: pulse })
}

export async function findPulse(
  { orm, tables: { scanPulses } }: Queryable,
  scanId: number,
): Promise<ScanPulse | undefined> {
  const [pulse] = await orm.select().from(scanPulses).where(eq(scanPulses.scanId, scanId))
  return pulse
}
