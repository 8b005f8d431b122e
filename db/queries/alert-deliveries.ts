import { and, asc, eq, gte, inArray, isNull, lt, max } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import type { Alert } from './alerts.ts'
import { chunks } from './works.ts'

export type Delivery = Tables['alertDeliveries']['$inferSelect']

/** What was raised since a time and nobody has begun to tell a channel, oldest first. */
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

/** What was begun before a time and has no end yet, with the alert that it tells, oldest first. */
export async function listUnended(
  { orm, tables: { alerts, alertDeliveries } }: Queryable,
  channel: string,
  before: Date,
): Promise<{ alert: Alert; begunAt: Date }[]> {
  return await orm
    .select({ alert: alerts, begunAt: alertDeliveries.deliveredAt })
    .from(alertDeliveries)
    .innerJoin(alerts, eq(alerts.id, alertDeliveries.alertId))
    .where(
      and(
        eq(alertDeliveries.channel, channel),
        eq(alertDeliveries.state, 'sending'),
        lt(alertDeliveries.deliveredAt, before),
      ),
    )
    .orderBy(asc(alerts.id))
}

/** Enters that alerts are told: all of them, or none when somebody else has begun with one. */
export async function beginDelivery(
  { orm, tables: { alertDeliveries } }: Transaction,
  { channel, state, at }: { channel: string; state: Delivery['state']; at: Date },
  alertIds: readonly number[],
): Promise<boolean> {
  for (const part of chunks(alertIds, 500)) {
    const begun = await orm
      .select({ alertId: alertDeliveries.alertId })
      .from(alertDeliveries)
      .where(and(eq(alertDeliveries.channel, channel), inArray(alertDeliveries.alertId, part)))
      .limit(1)
    if (begun.length > 0) return false
  }
  for (const part of chunks(alertIds, 500)) {
    await orm
      .insert(alertDeliveries)
      .values(part.map((alertId) => ({ alertId, channel, state, deliveredAt: at })))
  }
  return true
}

export async function endDelivery(
  { orm, tables: { alertDeliveries } }: Transaction,
  { channel, state }: { channel: string; state: Delivery['state'] },
  alertIds: readonly number[],
): Promise<void> {
  for (const part of chunks(alertIds, 500)) {
    await orm
      .update(alertDeliveries)
      .set({ state })
      .where(and(eq(alertDeliveries.channel, channel), inArray(alertDeliveries.alertId, part)))
  }
}

/** Forgets what was begun and certainly did not arrive: it is told again. */
export async function undoDelivery(
  { orm, tables: { alertDeliveries } }: Transaction,
  channel: string,
  alertIds: readonly number[],
): Promise<void> {
  for (const part of chunks(alertIds, 500)) {
    await orm
      .delete(alertDeliveries)
      .where(
        and(
          eq(alertDeliveries.channel, channel),
          eq(alertDeliveries.state, 'sending'),
          inArray(alertDeliveries.alertId, part),
        ),
      )
  }
}
