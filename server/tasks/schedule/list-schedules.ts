import type { Queryable } from '../../../db/database.ts'
import { listSchedules as selectSchedules } from '../../../db/queries/scan-schedules.ts'
import { nextTime } from './next-time.ts'
import type { Schedule } from './set-schedule.ts'

export async function listSchedules({
  db,
  clock,
}: {
  db: Queryable
  clock: () => Date
}): Promise<Schedule[]> {
  return (await selectSchedules(db)).map(({ slug, pattern, options, setBy }) => ({
    work: slug,
    pattern,
    ...options,
    next: nextTime(pattern, clock()).toISOString(),
    setBy,
  }))
}
