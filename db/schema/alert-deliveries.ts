import type { Kit } from '../kit.ts'
import type { Alerts } from './alerts.ts'

/** Where an alert has arrived: a row is written when a receiver took it, so that a failure is tried again. */
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
      deliveredAt: kit.ts('delivered_at').notNull(),
    },
    (delivery) => [kit.primaryKey(delivery.alertId, delivery.channel)],
  )
}
