import type { Queryable } from '../../db/database.ts'
import { listCounterNotices } from '../../db/queries/counter-notices.ts'
import { selectNotices } from '../../db/queries/notices.ts'
import { dateIn, type CalendarDate } from '../core/deadline/calendar-date.ts'
import { deadlinesOf, gitHubZone, type Deadline } from '../core/deadline/deadlines.ts'
import { isTakedown } from '../core/notice/types.ts'
import { readDocument } from './notice/notice-summary.ts'
import { readTime } from './read-time.ts'

export interface DeadlineRow extends Deadline {
  /** Against the day asked about. What is past stays listed: something may have been missed. */
  state: 'past' | 'today' | 'coming'
}

/**
 * Every clock that runs from notices that were sent, earliest first, as it was known on a day (today when none is
 * given): what happened later does not count. A notice that was retracted as a whole has no clocks any more.
 * @throws ClawbackError TIME_INVALID
 */
export async function listDeadlines(
  { db, clock }: { db: Queryable; clock: () => Date },
  asOf: string | null,
): Promise<DeadlineRow[]> {
  const day = dateIn(asOf === null ? clock() : readTime(asOf, '--as-of').at, gitHubZone)
  const known = (at: Date) => dateIn(at, gitHubZone) <= day
  const counterNotices = (await listCounterNotices(db)).filter(({ receivedAt }) => known(receivedAt))
  const deadlines = (await selectNotices(db)).flatMap((notice) => {
    const document = readDocument(notice)
    const { sentAt } = notice
    if (!isTakedown(document) || notice.status !== 'sent' || sentAt === null || !known(sentAt)) return []
    return deadlinesOf({
      notice: notice.id,
      scope: document.scope,
      sentAt,
      changes: [],
      counterNotices: counterNotices
        .filter((counter) => counter.notice === notice.id)
        .flatMap(({ repositories, receivedAt }) =>
          (repositories.length === 0 ? [null] : repositories).map((repository) => ({
            repository,
            receivedAt,
          })),
        ),
    })
  })
  return deadlines
    .map((deadline) => ({ ...deadline, state: stateOf(deadline.due, day) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function stateOf(due: CalendarDate, day: CalendarDate): DeadlineRow['state'] {
  if (due === day) return 'today'
  return due < day ? 'past' : 'coming'
}
