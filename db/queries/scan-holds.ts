import { and, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type ScanHold = Tables['scanHolds']['$inferSelect']

export async function findHold(
  { orm, tables: { scanHolds } }: Queryable,
  workId: number,
): Promise<ScanHold | undefined> {
  const [hold] = await orm.select().from(scanHolds).where(eq(scanHolds.workId, workId))
  return hold
}

export async function putHold(
  { orm, tables: { scanHolds } }: Transaction,
  { workId, ...hold }: ScanHold,
): Promise<void> {
  await orm
    .insert(scanHolds)
    .values({ workId, ...hold })
    .onConflictDoUpdate({ target: scanHolds.workId, set: hold })
}

/** Renews a hold; one that was taken over stays whose it is. */
export async function renewHold(
  { orm, tables: { scanHolds } }: Queryable,
  { workId, nonce, until }: Pick<ScanHold, 'workId' | 'nonce' | 'until'>,
): Promise<void> {
  await orm
    .update(scanHolds)
    .set({ until })
    .where(and(eq(scanHolds.workId, workId), eq(scanHolds.nonce, nonce)))
}

export async function dropHold(
  { orm, tables: { scanHolds } }: Queryable,
  { workId, nonce }: Pick<ScanHold, 'workId' | 'nonce'>,
): Promise<void> {
  await orm.delete(scanHolds).where(and(eq(scanHolds.workId, workId), eq(scanHolds.nonce, nonce)))
}
