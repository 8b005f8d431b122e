import { eq } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type WorkIndexRow = Tables['workIndexes']['$inferSelect']

export async function findWorkIndex(
  { orm, tables: { workIndexes } }: Queryable,
  workId: number,
): Promise<WorkIndexRow | undefined> {
  const [row] = await orm.select().from(workIndexes).where(eq(workIndexes.workId, workId))
  return row
}

export async function replaceWorkIndex(
  { orm, tables: { workIndexes } }: Transaction,
  row: WorkIndexRow,
): Promise<void> {
  const { workId: _, ...values } = row
  await orm.insert(workIndexes).values(row).onConflictDoUpdate({ target: workIndexes.workId, set: values })
}

export async function removeWorkIndex(
  { orm, tables: { workIndexes } }: Transaction,
  workId: number,
): Promise<void> {
  await orm.delete(workIndexes).where(eq(workIndexes.workId, workId))
}
