import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { requireWork } from '../find-work.ts'
import { selectForBulk, type BulkSelection } from '../review/select-for-bulk.ts'

/** What a worker takes: repositories that somebody wants looked at again now. */
export const askedRecheck = 'asked-recheck'

export interface AskedRecheck {
  work: string
  /** GitHub's ids. */
  repositories: number[]
}

/**
 * Has a worker look at these matches again at once, whatever the schedule says.
 * @throws ClawbackError WORK_UNKNOWN, BULK_EMPTY, BULK_TOO_MANY, BULK_SELECTION
 */
export async function askForRecheck(
  app: { db: Database; actor: string; clock: () => Date; jobs: Pick<Jobs, 'put'> },
  { work: slug, selection }: { work: string; selection: BulkSelection },
): Promise<{ asked: number }> {
  const work = await requireWork(app.db, slug)
  const found = await selectForBulk(app.db, work, selection)
  const repositories = found.map(({ repository }) => repository.id)
  const payload: AskedRecheck = { work: slug, repositories }
  const { seq } = await app.db.tx((tx) =>
    appendEvent(tx, {
      actor: app.actor,
      kind: 'recheck.asked',
      subject: `work:${slug}`,
      data: { repositories },
    }),
  )
  await app.jobs.put({
    kind: askedRecheck,
    key: `${askedRecheck} ${seq}`,
    payload,
    runAt: app.clock(),
  })
  return { asked: repositories.length }
}
