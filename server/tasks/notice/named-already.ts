import type { Queryable } from '../../../db/database.ts'
import { listNamed, selectNotices, type Notice } from '../../../db/queries/notices.ts'
import { isTakedownKind } from '../../core/notice/accused.ts'

/**
 * The repositories that a signed takedown of a work names already, each with that notice. A revised notice says anew
 * what the notices before it said, so those that lead to `about` do not count.
 */
export async function listNamedAlready(
  db: Queryable,
  workId: number,
  about: string | null,
): Promise<Map<number, string>> {
  const notices = await selectNotices(db, workId)
  const revised = lineOf(notices, about)
  const signed = notices.filter(
    ({ id, kind, status }) =>
      isTakedownKind(kind) && (status === 'signed' || status === 'sent') && !revised.has(id),
  )
  const named = await listNamed(
    db,
    signed.map(({ id }) => id),
  )
  return new Map(named.map((row) => [row.repositoryId, row.noticeId]))
}

/** A notice, the one that it revises, and so on to the first. */
function lineOf(notices: readonly Notice[], about: string | null): Set<string> {
  const byId = new Map(notices.map((notice) => [notice.id, notice]))
  const line = new Set<string>()
  for (let id = about; id !== null && !line.has(id); id = byId.get(id)?.aboutNoticeId ?? null) line.add(id)
  return line
}
