import { appendEvent } from '../events/append-event.ts'
import { readEvents } from '../events/read-events.ts'
import type { Queryable, Transaction } from '../database.ts'

/** What the log holds of one counter notice. Its text is a content; contact details are only there. */
export interface CounterNotice {
  notice: string
  /** `owner/name` as disputed; empty when it disputes the whole notice. */
  repositories: string[]
  receivedAt: Date
  contentId: string
  sha256: string
}

const kind = 'counter-notice.recorded'
const subjectOf = (notice: string) => `notice:${notice}`

/** A counter notice is an event: it happened, and nothing about it changes later. */
export async function insertCounterNotice(
  tx: Transaction,
  actor: string,
  { notice, receivedAt, ...facts }: CounterNotice,
): Promise<void> {
  const data = { ...facts, receivedAt: receivedAt.toISOString() }
  await appendEvent(tx, { actor, kind, subject: subjectOf(notice), data })
}

/** Every counter notice, in the order recorded. */
export async function listCounterNotices(db: Queryable): Promise<CounterNotice[]> {
  const all: CounterNotice[] = []
  for await (const { subject, data } of readEvents(db, { kind })) {
    const { receivedAt, ...facts } = data as Omit<CounterNotice, 'notice' | 'receivedAt'> & {
      receivedAt: string
    }
    all.push({ ...facts, notice: subject.slice(subjectOf('').length), receivedAt: new Date(receivedAt) })
  }
  return all
}
