import type { Kit } from '../kit.ts'
import type { Scans } from './scans.ts'

/** What is left of a budget, as GitHub last told. */
export interface BudgetLeft {
  limit: number
  remaining: number
  /** ISO 8601. */
  resetAt: string
}

/**
 * What the process that takes a scan's steps is doing now, for those who watch from another. It may be lost in a power
 * cut; nothing is decided by it.
 */
export function defineScanPulses(kit: Kit, { scans }: { scans: Scans }) {
  return kit.table('scan_pulses', {
    scanId: kit
      .big('scan_id')
      .primaryKey()
      .references(() => scans.id, { onDelete: 'cascade' }),
    step: kit.text('step').notNull(),
    done: kit.int('done'),
    total: kit.int('total'),
    /** What is still to come by the pace so far, in words. */
    left: kit.text('left'),
    /** The budget that is waited for, and until when. */
    waitsFor: kit.text('waits_for'),
    waitsUntil: kit.ts('waits_until'),
    budgets: kit.json<Record<string, BudgetLeft | null>>('budgets').notNull(),
    at: kit.ts('at').notNull(),
  })
}
