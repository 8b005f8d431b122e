import { listSchedules } from './list-schedules.ts'
import type { Schedule } from './set-schedule.ts'

/** When a work is scanned by itself; null: only when somebody asks for it. */
export async function showSchedule(
  app: Parameters<typeof listSchedules>[0],
  slug: string,
): Promise<Schedule | null> {
  return (await listSchedules(app)).find(({ work }) => work === slug) ?? null
}
