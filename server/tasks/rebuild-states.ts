import type { Queryable } from '../../db/database.ts'
import { readEvents } from '../../db/events/read-events.ts'
import {
  replayChanges,
  type AvailabilityChange,
  type KnownAvailability,
} from '../core/repository/availability.ts'

/**
 * The state of every repository that ever changed, from the log alone. A repository that it does not tell of is as it
 * was first seen.
 * @throws RangeError when the log's changes do not follow from each other
 */
export async function rebuildStates(db: Queryable): Promise<Map<number, KnownAvailability>> {
  const changes = new Map<number, AvailabilityChange[]>()
  for await (const { subject, data } of readEvents(db, { kind: 'repository.availability' })) {
    const id = Number(subject.slice('repository:'.length))
    const { transition, from, to, at, noticeUrl, reinstated } = data as Omit<AvailabilityChange, 'at'> & {
      at: string
    }
    const change = { transition, from, to, at: new Date(at), noticeUrl, reinstated }
    const known = changes.get(id)
    if (known === undefined) changes.set(id, [change])
    else known.push(change)
  }
  return new Map([...changes].map(([id, all]) => [id, replayChanges(all)!]))
}
