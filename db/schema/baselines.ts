import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

export type Baselines = ReturnType<typeof defineBaselines>

/** Code that may not be claimed, and why. */
export function defineBaselines(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'baselines',
    {
      id: kit.id(),
      workId: kit
        .big('work_id')
        .notNull()
        .references(() => works.id, { onDelete: 'cascade' }),
      source: kit.text('source').notNull(),
      reason: kit.text('reason').notNull(),
      addedAt: kit.ts('added_at').notNull(),
    },
    (baseline) => [kit.index('baselines_work').on(baseline.workId)],
  )
}
