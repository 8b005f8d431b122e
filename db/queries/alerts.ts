import { and, desc, eq, lt } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

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
