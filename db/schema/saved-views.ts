import type { Kit } from '../kit.ts'
import type { Users } from './users.ts'
import type { Works } from './works.ts'

/** A filter of the match list under a name; without a user it is everyone's. */
export function defineSavedViews(kit: Kit, { works, users }: { works: Works; users: Users }) {
  return kit.table(
    'saved_views',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      userId: kit.big('user_id').references(() => users.id, { onDelete: 'cascade' }),
      name: kit.text('name').notNull(),
      /** The address's query, as the page reads it. */
      query: kit.text('query').notNull(),
      createdAt: kit.ts('created_at').notNull(),
      /** The account that saved it. */
      createdBy: kit.text('created_by').notNull().default(''),
    },
    (view) => [kit.index('saved_views_work').on(view.workId, view.name)],
  )
}
