import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { Scans } from './scans.ts'

export const stepStatuses = ['pending', 'done', 'could-not-tell'] as const

/** The steps of a scan, written down before they are taken: a killed scan goes on where it was. */
export function defineScanSteps(kit: Kit, { scans }: { scans: Scans }) {
  return kit.table(
    'scan_steps',
    {
      id: kit.id(),
      scanId: kit
        .big('scan_id')
        .notNull()
        .references(() => scans.id, { onDelete: 'cascade' }),
      kind: kit.text('kind').notNull(),
      key: kit.text('key').notNull(),
      position: kit.int('position').notNull(),
      status: kit.oneOf('status', stepStatuses).notNull(),
      reason: kit.text('reason'),
      retryAt: kit.ts('retry_at'),
      result: kit.json<unknown>('result'),
    },
    (step) => [
      kit.unique('scan_steps_key').on(step.scanId, step.kind, step.key),
      kit.index('scan_steps_next').on(step.scanId, step.status, step.position),
      kit.check('scan_steps_status', isOneOf(step.status, stepStatuses)),
    ],
  )
}
