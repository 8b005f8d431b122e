import type { Queryable } from '../../../db/database.ts'
import { readEvents } from '../../../db/events/read-events.ts'
import { dateIn } from '../../core/deadline/calendar-date.ts'
import type { DatedState } from '../../core/figures/alive-by-day.ts'
import type { Availability } from '../../core/repository/types.ts'

/** What each repository became, by its id, in the order of time; days in UTC. */
export type Changes = ReadonlyMap<number, readonly DatedState[]>

/**
 * Gives every change of availability in the log. Each asking reads on from where the one before it ended: the log only
 * grows, and reading 50,000 changes again for each new one would take longer than all the rest of a page.
 */
export function followChanges(db: Queryable): () => Promise<Changes> {
  const changes = new Map<number, DatedState[]>()
  let last = 0
  let reading: Promise<unknown> = Promise.resolve()
  const readOn = async () => {
    for await (const { seq, subject, data } of readEvents(db, {
      after: last,
      kind: 'repository.availability',
    })) {
      const { at, to } = data as { at: string; to: Availability }
      const id = Number(subject.slice('repository:'.length))
      const state = { on: dateIn(new Date(at), 'UTC'), to }
      const known = changes.get(id)
      if (known === undefined) changes.set(id, [state])
      else known.push(state)
      last = seq
    }
    return changes
  }
  // In turns: two readings at once would enter the same event twice.
  return () => {
    const read = reading.then(readOn, readOn)
    reading = read
    return read
  }
}
