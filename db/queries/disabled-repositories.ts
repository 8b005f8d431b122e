import { and, eq, isNotNull } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { RepositoryRow } from './repositories.ts'

/** The repositories last seen disabled under a notice that GitHub named. */
export async function listDisabledRepositories({
  orm,
  tables: { repositories },
}: Queryable): Promise<RepositoryRow[]> {
  return await orm
    .select()
    .from(repositories)
    .where(and(eq(repositories.availability, 'disabled'), isNotNull(repositories.blockNoticeUrl)))
    .orderBy(repositories.owner, repositories.name)
}
