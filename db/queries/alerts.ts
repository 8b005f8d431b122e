import { and, asc, desc, eq, gte, isNull, lt, max } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { chunks } from './works.ts'

export type Alert = Tables['alerts']['$inferSelect']
export type NewAlert = Omit<Tables['alerts']['$inferInsert'], 'id'>

/** Whether it is new: an alert of the same key was raised before. */
export async function insertAlert(
  { orm, tables: { alerts } }: Transaction,
  alert: NewAlert,
): Promise<boolean> {
  const rows = await orm.insert(alerts).values(alert).onConflictDoNothing().returning({ id: alerts.id })
  return rows.length > 0
}

/** The newest first; those before an id when it is given. */
export async function listAlerts(
  { orm, tables: { alerts } }: Queryable,
  { before, limit, workId }: { before?: number; limit: number; workId?: number },
): Promise<Alert[]> {
  return await orm
    .select()
    .from(alerts)
    .where(
      and(
        before === undefined ? undefined : lt(alerts.id, before),
        workId === undefined ? undefined : eq(alerts.workId, workId),
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(limit)
}

/** What was raised since a time and a channel has not taken yet, oldest first. */
export async function listUndelivered(
  { orm, tables: { alerts, alertDeliveries } }: Queryable,
  channel: string,
  since: Date,
  limit: number,
): Promise<Alert[]> {
  const rows = await orm
    .select({ alert: alerts })
    .from(alerts)
    .leftJoin(
      alertDeliveries,
      and(eq(alertDeliveries.alertId, alerts.id), eq(alertDeliveries.channel, channel)),
    )
    .where(and(isNull(alertDeliveries.alertId), gte(alerts.raisedAt, since)))
    .orderBy(asc(alerts.id))
    .limit(limit)
  return rows.map(({ alert }) => alert)
}

export async function lastDelivery(
  { orm, tables: { alertDeliveries } }: Queryable,
  channel: string,
): Promise<Date | null> {
  const [row] = await orm
    .select({ at: max(alertDeliveries.deliveredAt) })
    .from(alertDeliveries)
    .where(eq(alertDeliveries.channel, channel))
  return row?.at ?? null
}

export async function markDelivered(
  { orm, tables: { alertDeliveries } }: Transaction,
  channel: string,
  alertIds: readonly number[],
  deliveredAt: Date,
): Promise<void> {
  for (const part of chunks(alertIds, 500)) {
    await orm
      .insert(alertDeliveries)
      .values(part.map((alertId) => ({ alertId, channel, deliveredAt })))
      .onConflictDoNothing()
  }
}
