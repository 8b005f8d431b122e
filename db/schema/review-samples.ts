import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** Decided matches drawn at random for a second look by somebody else. */
export function defineReviewSamples(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'review_samples',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      /** With the same seed and the same decided matches, anyone draws the same ones. */
      seed: kit.text('seed').notNull(),
      /** How many decided matches there were to draw from. */
      population: kit.int('population').notNull(),
      matchIds: kit.json<number[]>('match_ids').notNull(),
      drawnBy: kit.text('drawn_by').notNull(),
      drawnAt: kit.ts('drawn_at').notNull(),
    },
    (sample) => [kit.index('review_samples_work').on(sample.workId, sample.drawnAt)],
  )
}
