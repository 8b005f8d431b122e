import { asc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type ScanSchedule = Tables['scanSchedules']['$inferSelect']

export async function putSchedule(
  { orm, tables: { scanSchedules } }: Transaction,
  { workId, ...schedule }: ScanSchedule,
): Promise<void> {
  await orm
    .insert(scanSchedules)
    .values({ workId, ...schedule })
    .onConflictDoUpdate({ target: scanSchedules.workId, set: schedule })
}

/** Whether there was one. */
export async function dropSchedule(
  { orm, tables: { scanSchedules } }: Transaction,
  workId: number,
): Promise<boolean> {
  const dropped = await orm
    .delete(scanSchedules)
    .where(eq(scanSchedules.workId, workId))
    .returning({ workId: scanSchedules.workId })
  return dropped.length > 0
}

/** The schedules of all works that are still there, by slug. */
export async function listSchedules({
  orm,
  tables: { scanSchedules, works },
}: Queryable): Promise<(ScanSchedule & { slug: string })[]> {
  const rows = await orm
    .select({ schedule: scanSchedules, slug: works.slug })
    .from(scanSchedules)
    .innerJoin(works, eq(works.id, scanSchedules.workId))
    .where(isNull(works.removedAt))
    .orderBy(asc(works.slug))
  return rows.map(({ schedule, slug }) => ({ ...schedule, slug }))
}
