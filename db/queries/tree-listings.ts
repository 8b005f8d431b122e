import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import { chunks } from './works.ts'

/** What lies in these folders, as far as they were read before, by tree id. */
export async function findListings(
  { orm, tables: { treeListings: t } }: Queryable,
  workId: number,
  trees: readonly string[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const part of chunks(trees, 500)) {
    const rows = await orm
      .select({ tree: t.tree, items: t.items })
      .from(t)
      .where(and(eq(t.workId, workId), inArray(t.tree, part)))
    for (const { tree, items } of rows) found.set(tree, items)
  }
  return found
}

export async function saveListings(
  { orm, tables: { treeListings } }: Transaction,
  workId: number,
  listed: readonly { tree: string; items: unknown }[],
): Promise<void> {
  for (const part of chunks(listed, 100)) {
    await orm
      .insert(treeListings)
      .values(part.map((row) => ({ workId, ...row })))
      .onConflictDoNothing()
  }
}
