import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type SavedView = Tables['savedViews']['$inferSelect']

/** Everyone's views of a work, and one person's own; by name. */
export async function listSavedViews(
  { orm, tables: { savedViews } }: Queryable,
  workId: number,
  userId: number | null,
): Promise<SavedView[]> {
  const own = userId === null ? undefined : eq(savedViews.userId, userId)
  return await orm
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.workId, workId), or(isNull(savedViews.userId), own)))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id))
}

export async function insertSavedView(
  { orm, tables: { savedViews } }: Transaction,
  view: Omit<Tables['savedViews']['$inferInsert'], 'id'>,
): Promise<SavedView> {
  const [row] = await orm.insert(savedViews).values(view).returning()
  return row!
}

export async function renameSavedView(
  { orm, tables: { savedViews } }: Transaction,
  id: number,
  name: string,
): Promise<void> {
  await orm.update(savedViews).set({ name }).where(eq(savedViews.id, id))
}

export async function deleteSavedView(
  { orm, tables: { savedViews } }: Transaction,
  id: number,
): Promise<void> {
  await orm.delete(savedViews).where(eq(savedViews.id, id))
}
