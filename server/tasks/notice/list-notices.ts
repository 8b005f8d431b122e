import type { Queryable } from '../../../db/database.ts'
import { selectNotices } from '../../../db/queries/notices.ts'
import { listGivenBack } from './given-back.ts'
import { summarizeNotice, type NoticeSummary } from './notice-summary.ts'

export interface ListedNotice extends NoticeSummary {
  /** Of the repositories that it names, those that a retraction gave back: it claims them no more. */
  retracted: string[]
}

/** Every notice, oldest first; of one work when its id is given. */
export async function listNotices({ db }: { db: Queryable }, workId?: number): Promise<ListedNotice[]> {
  const given = await listGivenBack(db, workId)
  return (await selectNotices(db, workId)).map((notice) => ({
    ...summarizeNotice(notice),
    retracted: [...(given.get(notice.id)?.values() ?? [])].map(({ repository }) => repository),
  }))
}
