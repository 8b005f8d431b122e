import type { Queryable } from '../../../db/database.ts'
import { findMaterial, listMaterials, type MaterialRow } from '../../../db/queries/materials.ts'
import type { Work } from '../../../db/queries/works.ts'
import { isTakedown } from '../../core/notice/accused.ts'
import { nextLook } from '../../core/repository/recheck-schedule.ts'
import { readDocument } from '../notice/notice-summary.ts'
import { listSentNotices, type SentNotice } from '../sent-notices.ts'

export interface WatchedMaterial {
  row: MaterialRow
  /** When a notice that names it was sent; null: none was. */
  namedAt: Date | null
}

/** The gists that match, and those that the asked notices name: of all other material GitHub tells nothing. */
export async function selectMaterials(
  db: Queryable,
  works: readonly Work[],
  { asked, isOnlyNamed }: { asked: readonly SentNotice[]; isOnlyNamed: boolean },
): Promise<WatchedMaterial[]> {
  const namedAt = readNamed(asked)
  const watched: WatchedMaterial[] = []
  for (const work of works)
    for (const row of await listMaterials(db, work.id)) {
      const named = namedAt.get(row.id) ?? null
      if (row.kind === 'gist' && (named !== null || !isOnlyNamed)) watched.push({ row, namedAt: named })
    }
  return watched
}

/** Material of any kind, by its address. */
export async function findWatchedMaterial(
  db: Queryable,
  work: Work,
  url: string,
): Promise<WatchedMaterial | undefined> {
  const row = await findMaterial(db, work.id, url)
  if (row === undefined) return undefined
  return { row, namedAt: readNamed(await listSentNotices(db, work.id)).get(row.id) ?? null }
}

function readNamed(notices: readonly SentNotice[]): Map<number, Date> {
  const namedAt = new Map<number, Date>()
  for (const { notice, sentAt } of notices) {
    const document = readDocument(notice)
    for (const { id } of isTakedown(document) ? document.otherMaterial : []) namedAt.set(id, sentAt)
  }
  return namedAt
}

/** By the schedule of repositories: a gist is taken down and comes back as they do. */
export function isMaterialDue({ row, namedAt }: WatchedMaterial, now: Date): boolean {
  const { availability, availabilitySince, checkedAt, seenAt } = row
  const since =
    availabilitySince !== null && availability === 'disabled' ? availabilitySince : (namedAt ?? seenAt)
  const watch = namedAt === null ? 'match' : 'named'
  return nextLook({ watch, availability: availability ?? 'unknown', since, checkedAt }) <= now
}
