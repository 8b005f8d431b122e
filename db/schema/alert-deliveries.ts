import type { Kit } from '../kit.ts'
import type { Alerts } from './alerts.ts'

/** `sending`: begun, and not ended yet. `unknown`: whether it arrived could not be told. */
export const deliveryStates = ['sending', 'taken', 'unknown'] as const

/**
 * Where an alert was told. A row is written before the receiver is asked where twice would be wrong, and taken out
 * when it certainly refused, so that it is tried again.
 */
export function defineAlertDeliveries(kit: Kit, { alerts }: { alerts: Alerts }) {
  return kit.table(
    'alert_deliveries',
    {
      alertId: kit
        .big('alert_id')
        .notNull()
        .references(() => alerts.id, { onDelete: 'cascade' }),
      /** `webhook`, `mail` */
      channel: kit.text('channel').notNull(),
      /** When it was begun. */
      deliveredAt: kit.ts('delivered_at').notNull(),
      state: kit.oneOf('state', deliveryStates).notNull().default('taken'),
    },
    (delivery) => [kit.primaryKey(delivery.alertId, delivery.channel)],
  )
}
