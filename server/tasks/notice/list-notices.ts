import type { Queryable } from '../../../db/database.ts'
import { selectNotices } from '../../../db/queries/notices.ts'
import { summarizeNotice, type NoticeSummary } from './notice-summary.ts'

/** Every notice, oldest first; of one work when its id is given. */
export async function listNotices({ db }: { db: Queryable }, workId?: number): Promise<NoticeSummary[]> {
  return (await selectNotices(db, workId)).map(summarizeNotice)
}
