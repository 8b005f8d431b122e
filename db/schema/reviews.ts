import type { Kit } from '../kit.ts'
import { decisions } from './judgements.ts'
import type { Matches } from './matches.ts'
import { isOneOf } from './one-of.ts'

export type Reviews = ReturnType<typeof defineReviews>

/** The first look at a match, a second look by somebody else, or counsel's own decision. */
export const reviewKinds = ['first', 'second', 'counsel'] as const

/** Every decision ever made about a match, by a named person, over the evidence as it then was. */
export function defineReviews(kit: Kit, { matches }: { matches: Matches }) {
  return kit.table(
    'reviews',
    {
      id: kit.id(),
      matchId: kit
        .big('match_id')
        .notNull()
        .references(() => matches.id, { onDelete: 'cascade' }),
      kind: kit.oneOf('kind', reviewKinds).notNull().default('first'),
      /** The match that was looked at, where this one was decided with it because tree and evidence are identical. */
      identicalTo: kit.big('identical_to'),
      decision: kit.oneOf('decision', decisions).notNull(),
      reviewer: kit.text('reviewer').notNull(),
      reason: kit.text('reason').notNull(),
      /** How fair use was considered, in the reviewer's words. */
      fairUse: kit.text('fair_use'),
      evidenceHash: kit.text('evidence_hash').notNull(),
      at: kit.ts('at').notNull(),
      /** The decision about many matches at once that it belongs to, a row of `bulk_reviews`. */
      bulkId: kit.big('bulk_id'),
    },
    (review) => [
      kit.index('reviews_match').on(review.matchId, review.at),
      kit.index('reviews_bulk').on(review.bulkId),
      kit.check('reviews_decision', isOneOf(review.decision, decisions)),
      kit.check('reviews_kind', isOneOf(review.kind, reviewKinds)),
    ],
  )
}
