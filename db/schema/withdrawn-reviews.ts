import type { Kit } from '../kit.ts'
import type { Reviews } from './reviews.ts'

/** Decisions that were taken back: they stay, and count for nothing. */
export function defineWithdrawnReviews(kit: Kit, { reviews }: { reviews: Reviews }) {
  return kit.table('withdrawn_reviews', {
    reviewId: kit
      .big('review_id')
      .primaryKey()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    by: kit.text('by').notNull(),
    at: kit.ts('at').notNull(),
  })
}
