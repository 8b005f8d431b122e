import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'
import type { Repositories } from './repositories.ts'

/** The names that a repository was seen under. */
export function defineRepositoryNames(kit: Kit, { repositories }: { repositories: Repositories }) {
  return kit.table(
    'repository_names',
    {
      repositoryId: kit
        .big('repository_id')
        .notNull()
        .references(() => repositories.id, { onDelete: 'cascade' }),
      owner: kit.text('owner').notNull(),
      name: kit.text('name').notNull(),
      seenAt: kit.ts('seen_at').notNull(),
    },
    (seen) => [
      kit.primaryKey(seen.repositoryId, seen.seenAt),
      kit.index('repository_names_name').on(sql`lower(${seen.owner})`, sql`lower(${seen.name})`),
    ],
  )
}
