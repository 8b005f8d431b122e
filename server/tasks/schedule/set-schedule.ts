import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { putSchedule } from '../../../db/queries/scan-schedules.ts'
import { requireWork } from '../find-work.ts'
import { readScanOptions } from '../scan/plan-scan.ts'
import { nextTime } from './next-time.ts'

export interface ScheduleInput {
  work: string
  /** As cron writes it, in UTC. */
  pattern: string
  /** null: 30, or none where repositories or networks are given. */
  probes: number | null
  repositories: string[]
  networks: string[]
}

export interface Schedule {
  work: string
  pattern: string
  probes: number | null
  repositories: string[]
  networks: string[]
  /** When it comes round next. */
  next: string
  setBy: string
}

/**
 * Has a work scanned by itself from now on, by whichever `serve` or `worker` runs. Only reads: nothing is ever sent on a
 * timer.
 * @throws ClawbackError WORK_UNKNOWN, SCHEDULE_INVALID, REPOSITORY_INVALID
 */
export async function setSchedule(
  { db, actor, clock }: { db: Database; actor: string; clock: () => Date },
  { work: slug, pattern, probes, ...named }: ScheduleInput,
): Promise<Schedule> {
  const work = await requireWork(db, slug)
  const now = clock()
  const next = nextTime(pattern, now)
  const { repositories, networks } = await readScanOptions({
    work: slug,
    probes,
    ...named,
    tipsFile: null,
    resume: false,
  })
  const options = { probes, repositories, networks }
  await db.tx(async (tx) => {
    await putSchedule(tx, { workId: work.id, pattern, options, setBy: actor, setAt: now })
    await appendEvent(tx, {
      actor,
      kind: 'schedule.set',
      subject: `work:${slug}`,
      data: { pattern, ...options },
    })
  })
  return { work: slug, pattern, ...options, next: next.toISOString(), setBy: actor }
}
