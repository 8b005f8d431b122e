import { appendEvent } from '../events/append-event.ts'
import { readEvents } from '../events/read-events.ts'
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
export async function listOwnerChanges(db: Queryable): Promise<OwnerChange[]> {
  const all: OwnerChange[] = []
  for await (const { subject, data } of readEvents(db, { kind })) {
    const { repository, toldAt } = data as { repository: string; toldAt: string }
    all.push({ notice: subject.slice(subjectOf('').length), repository, toldAt: new Date(toldAt) })
  }
  return all
}
