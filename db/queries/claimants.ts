import { eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type Claimant = Tables['claimants']['$inferSelect']

export async function findClaimant(
  { orm, tables: { claimants } }: Queryable,
  workId: number,
): Promise<Claimant | undefined> {
  const [row] = await orm.select().from(claimants).where(eq(claimants.workId, workId))
  return row
}

export async function replaceClaimant(
  { orm, tables: { claimants } }: Transaction,
  row: Claimant,
): Promise<void> {
  const { workId: _, ...values } = row
  await orm.insert(claimants).values(row).onConflictDoUpdate({ target: claimants.workId, set: values })
}
