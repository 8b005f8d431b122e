import type { Kit } from '../kit.ts'
import { isOneOf } from './one-of.ts'
import type { Works } from './works.ts'

export type Alerts = ReturnType<typeof defineAlerts>

export const alertKinds = [
  'overreach',
  'reinstated',
  'given-back',
  'returned',
  'new-copies',
  'counter-notice',
  'deadline',
  'could-not-tell',
  'mail',
] as const

/** What somebody must be told. The key makes each one raised once, whoever notices it and how often. */
export function defineAlerts(kit: Kit, { works }: { works: Works }) {
  return kit.table(
    'alerts',
    {
      id: kit.id(),
      key: kit.text('key').notNull().unique(),
      kind: kit.oneOf('kind', alertKinds).notNull(),
      workId: kit.big('work_id').references(() => works.id, { onDelete: 'cascade' }),
      /** One line, nothing confidential in it. */
      text: kit.text('text').notNull(),
      data: kit.json<unknown>('data').notNull(),
      raisedAt: kit.ts('raised_at').notNull(),
    },
    (alert) => [
      kit.index('alerts_work').on(alert.workId, alert.raisedAt),
      kit.check('alerts_kind', isOneOf(alert.kind, alertKinds)),
    ],
  )
}
