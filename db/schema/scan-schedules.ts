import type { Kit } from '../kit.ts'
import type { Works } from './works.ts'

/** When a work is scanned by itself, and for what. */
export function defineScanSchedules(kit: Kit, { works }: { works: Works }) {
  return kit.table('scan_schedules', {
    workId: kit
      .big('work_id')
      .primaryKey()
      .references(() => works.id, { onDelete: 'cascade' }),
    /** As cron writes it, in UTC. */
    pattern: kit.text('pattern').notNull(),
    /** What the scans are asked to do; a null number of probes is the usual one. */
    options: kit
      .json<{ probes: number | null; repositories: string[]; networks: string[] }>('options')
      .notNull(),
    setBy: kit.text('set_by').notNull(),
    setAt: kit.ts('set_at').notNull(),
  })
}
