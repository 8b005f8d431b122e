import type { Database } from '../../../db/database.ts'
import type { Alert } from '../../../db/queries/alerts.ts'
import { listUndelivered } from '../../../db/queries/alert-deliveries.ts'
import type { MailOAuth } from '../../mail/access-token.ts'
import { isWithin, type HoursOfDay } from '../../core/alerts/quiet-hours.ts'

export interface DeliverApp {
  db: Database
  clock: () => Date
  config: {
    mail: { smtpUrl: string | null; from: string | null; oauth?: MailOAuth | null }
    alerts: {
      webhookUrl: string | null
      webhookSecret: string | null
      to: string | null
      quietHours: HoursOfDay | null
    }
  }
}

/** What was raised before somebody wanted to be told is in the list, and is not sent any more. */
const OLDEST = 7 * 86_400_000
const AT_ONCE = 100

/** What is to be told by a channel now: in quiet hours only what does not wait. */
export async function listOpenAlerts(
  { db, clock, config }: DeliverApp,
  channel: 'webhook' | 'mail',
): Promise<Alert[]> {
  const now = clock()
  const { quietHours } = config.alerts
  const isQuiet = quietHours !== null && isWithin(now, quietHours)
  const since = new Date(now.getTime() - OLDEST)
  return (await listUndelivered(db, channel, since, AT_ONCE)).filter((alert) => !isQuiet || isUrgent(alert))
}

/** Overreach does not wait, nor does that a mail with it may be lost. */
export function isUrgent({ kind, data }: Alert): boolean {
  return kind === 'overreach' || (data as { urgent?: unknown } | null)?.urgent === true
}
