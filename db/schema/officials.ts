import { sql } from 'drizzle-orm'
import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/**
 * The owner's own or licensed repositories: never infringing. Without a name, everything of that owner is official.
 * GitHub's names ignore case, and so do the unique indexes.
 */
export function defineOfficials(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'officials',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      owner: kit.text('owner').notNull(),
      name: kit.text('name'),
    },
    (official) => [
      kit
        .uniqueIndex('officials_repository')
        .on(official.workId, sql`lower(${official.owner})`, sql`lower(${official.name})`)
        .where(sql`${official.name} is not null`),
      kit
        .uniqueIndex('officials_owner')
        .on(official.workId, sql`lower(${official.owner})`)
        .where(sql`${official.name} is null`),
    ],
  )
}
