import { asc, eq } from 'drizzle-orm'
import { appendEvent } from '../events/append-event.ts'
import type { Queryable, Transaction } from '../database.ts'

/** An owner told GitHub of changes, and GitHub told us: the claimant has two weeks to look at them. */
export interface OwnerChange {
  notice: string
  /** `owner/name` */
  repository: string
  toldAt: Date
}

const kind = 'owner-change.recorded'
const subjectOf = (notice: string) => `notice:${notice}`

export async function insertOwnerChange(
  tx: Transaction,
  actor: string,
  { notice, repository, toldAt }: OwnerChange,
): Promise<void> {
  const data = { repository, toldAt: toldAt.toISOString() }
  await appendEvent(tx, { actor, kind, subject: subjectOf(notice), data })
}

/** Every change that was told, in the order recorded. */
export async function listOwnerChanges({ orm, tables: { events } }: Queryable): Promise<OwnerChange[]> {
  const rows = await orm
    .select({ subject: events.subject, data: events.data })
    .from(events)
    .where(eq(events.kind, kind))
    .orderBy(asc(events.seq))
  return rows.map(({ subject, data }) => {
    const { repository, toldAt } = JSON.parse(data) as { repository: string; toldAt: string }
    return { notice: subject.slice(subjectOf('').length), repository, toldAt: new Date(toldAt) }
  })
}
