import type { Queryable } from '../../../db/database.ts'
import { findEvent } from '../../../db/events/find-event.ts'
import { ClawbackError } from '../../errors.ts'

export interface EventDetail {
  seq: number
  at: string
  actor: string
  kind: string
  subject: string
  data: unknown
  /** The data as text, byte for byte as the hash covers it. */
  stored: string
  prevHash: string
  hash: string
  /** It is the last one so far. */
  last: boolean
}

/** @throws ClawbackError EVENT_UNKNOWN */
export async function showEvent({ db }: { db: Queryable }, seq: number): Promise<EventDetail> {
  const event = Number.isSafeInteger(seq) ? await findEvent(db, seq) : undefined
  if (event !== undefined) {
    const last = (await findEvent(db, seq + 1)) === undefined
    return { ...event, at: event.at.toISOString(), last }
  }
  throw new ClawbackError('EVENT_UNKNOWN', 'The log has no event of this number', 'Open it from the log.')
}
