import type { Database } from '../../../db/database.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { listCounterNotices } from '../../../db/queries/counter-notices.ts'
import { findNotice } from '../../../db/queries/notices.ts'
import { addDays, dateIn } from '../../core/deadline/calendar-date.ts'
import { gitHubZone } from '../../core/deadline/deadlines.ts'
import { listDeadlines } from '../list-deadlines.ts'

/** So many days before it is due. */
const AHEAD = 2

/** Raises what is due within two days, and every counter notice with the choice to be made: each once. */
export async function remind(app: { db: Database; clock: () => Date }): Promise<number> {
  const today = dateIn(app.clock(), gitHubZone)
  const last = addDays(today, AHEAD)
  const deadlines = (await listDeadlines(app, null)).filter(({ due }) => due >= today && due <= last)
  const counters = await listCounterNotices(app.db)
  let raised = 0
  for (const { kind, notice, repository, due } of deadlines) {
    const about = repository ?? 'the whole notice'
    raised += await raise(app, notice, {
      key: `deadline:${notice}:${repository ?? ''}:${kind}:${due}`,
      kind: 'deadline',
      text: `${kind} is due on ${due} (${gitHubZone}): ${notice}, ${about}`,
      data: { notice, repository, due, deadline: kind },
    })
  }
  for (const { notice, repositories, receivedAt, sha256 } of counters) {
    const by = addDays(dateIn(receivedAt, gitHubZone), 10)
    const about = repositories.length === 0 ? 'the whole notice' : repositories.join(', ')
    raised += await raise(app, notice, {
      key: `counter-notice:${notice}:${sha256}`,
      kind: 'counter-notice',
      text: `Counter notice to ${notice} about ${about}. Counsel has to choose: file an action and tell GitHub by ${by}, or let it be reinstated`,
      data: { notice, repositories, by },
    })
  }
  return raised
}

async function raise(
  { db, clock }: { db: Database; clock: () => Date },
  noticeId: string,
  alert: { key: string; kind: 'deadline' | 'counter-notice'; text: string; data: unknown },
): Promise<number> {
  const notice = await findNotice(db, noticeId)
  const isNew = await db.tx((tx) =>
    insertAlert(tx, { ...alert, workId: notice?.workId ?? null, raisedAt: clock() }),
  )
  return isNew ? 1 : 0
}
