import type { Kit } from '../kit.ts'
import { decisions } from './judgements.ts'
import { isOneOf } from './one-of.ts'
import type { Works } from './works.ts'

/** Decisions about many matches that one person made at once: they can be taken back at once. */
export function defineBulkReviews(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'bulk_reviews',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      decision: kit.oneOf('decision', decisions).notNull(),
      reviewer: kit.text('reviewer').notNull(),
      /** The account that acted. */
      by: kit.text('by').notNull(),
      /** The list whose every match was meant, as its address holds it; null where matches were chosen one by one. */
      list: kit.text('list'),
      at: kit.ts('at').notNull(),
    },
    (bulk) => [
      kit.index('bulk_reviews_work').on(bulk.workId, bulk.id),
      kit.check('bulk_reviews_decision', isOneOf(bulk.decision, decisions)),
    ],
  )
}
