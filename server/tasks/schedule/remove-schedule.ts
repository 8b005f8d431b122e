import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { dropSchedule } from '../../../db/queries/scan-schedules.ts'
import { requireWork } from '../find-work.ts'

/**
 * Has a work scanned only when somebody asks for it. Whether it had a schedule.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function removeSchedule(
  { db, actor }: { db: Database; actor: string },
  slug: string,
): Promise<boolean> {
  const work = await requireWork(db, slug)
  return await db.tx(async (tx) => {
    const had = await dropSchedule(tx, work.id)
    if (had) await appendEvent(tx, { actor, kind: 'schedule.removed', subject: `work:${slug}`, data: {} })
    return had
  })
}
