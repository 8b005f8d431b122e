import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** What lies in folders, by the id of their tree: the same whatever it is compared with. */
export function defineTreeListings(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'tree_listings',
    {
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      tree: kit.text('tree').notNull(),
      items: kit.json<unknown>('items').notNull(),
    },
    (listing) => [kit.primaryKey(listing.workId, listing.tree)],
  )
}
