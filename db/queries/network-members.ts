import { and, asc, eq, ne } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** Repositories that were seen in a network besides its root, the oldest on GitHub first: the heirs of a root that goes. */
export async function listNetworkMembers(
  { orm, tables: { repositories } }: Queryable,
  networkRootId: number,
  limit: number,
): Promise<number[]> {
  const rows = await orm
    .select({ id: repositories.id })
    .from(repositories)
    .where(and(eq(repositories.networkRootId, networkRootId), ne(repositories.id, networkRootId)))
    .orderBy(asc(repositories.githubCreatedAt), asc(repositories.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
