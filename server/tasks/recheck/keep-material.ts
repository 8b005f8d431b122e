import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { insertAlert } from '../../../db/queries/alerts.ts'
import { updateMaterialState } from '../../../db/queries/materials.ts'
import { nextAvailability, type AvailabilityChange, type Told } from '../../core/repository/availability.ts'
import type { WatchedMaterial } from './select-materials.ts'

/** What somebody saw of material that is no repository: GitHub's answer, or a person's own look. */
export interface SeenMaterial {
  availability: Told
  at: Date
  noticeUrl: string | null
  blockedAt: Date | null
  remaining: string[] | null
}

export type MaterialChange = AvailabilityChange & { url: string; remaining: string[] | null }

/**
 * Keeps what a look at material told, by the state machine of repositories, each change as an event; what we named
 * and stands again is told in the same transaction. Null: nothing changed.
 */
export async function keepMaterial(
  { db, actor }: { db: Database; actor: string },
  { row, namedAt }: WatchedMaterial,
  seen: SeenMaterial,
): Promise<MaterialChange | null> {
  const { availability, at, noticeUrl, remaining } = seen
  const previous = {
    availability: row.availability ?? 'available',
    since: row.availabilitySince ?? row.seenAt,
    checkedAt: row.checkedAt ?? row.seenAt,
    noticeUrl: row.blockNoticeUrl,
  }
  const { known, change } = nextAvailability(previous, { availability, at, noticeUrl })
  return await db.tx(async (tx) => {
    await updateMaterialState(tx, row.id, {
      availability: known.availability,
      availabilitySince: known.since,
      checkedAt: known.checkedAt,
      blockNoticeUrl: known.noticeUrl ?? null,
      blockCreatedAt: seen.blockedAt,
      filesLeft: remaining?.length ?? null,
    })
    if (change === undefined) return null
    const { transition, from, to, reinstated } = change
    await appendEvent(tx, {
      actor,
      kind: 'material.availability',
      subject: `material:${row.id}`,
      data: {
        url: row.url,
        transition,
        from,
        to,
        at: at.toISOString(),
        reinstated,
        noticeUrl: change.noticeUrl,
        ...(remaining === null ? {} : { remaining: remaining.length }),
      },
    })
    if (reinstated && namedAt !== null)
      await insertAlert(tx, {
        key: `reinstated:material-${row.id}:${at.toISOString()}`,
        kind: 'reinstated',
        workId: row.workId,
        text: `${row.url}, which we named, is available again`,
        data: { url: row.url },
        raisedAt: at,
      })
    return { ...change, url: row.url, remaining }
  })
}
