import type { Queryable } from '../../db/database.ts'
import { listDisabledRepositories } from '../../db/queries/disabled-repositories.ts'
import { listNamed, selectNotices } from '../../db/queries/notices.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import { attributeNotice } from '../core/repository/attribute-notice.ts'
import { isOfficial } from '../core/repository/official.ts'
import { requireWork } from './find-work.ts'

/** A repository that is disabled under a notice of ours and named in none. */
export interface Overreach {
  repository: string
  notice: string
  noticeUrl: string
  official: boolean
}

/**
 * What stands disabled under the notices of a work without being named, as last seen.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listOverreach({ db }: { db: Queryable }, slug: string): Promise<Overreach[]> {
  const work = await requireWork(db, slug)
  const officials = await listOfficials(db, work.id)
  const notices = (await selectNotices(db, work.id)).filter(
    ({ kind, status }) => kind !== 'retraction' && status !== 'draft',
  )
  const ids = notices.map(({ id }) => id)
  const named = new Set((await listNamed(db, ids)).map(({ repositoryId }) => repositoryId))
  return (await listDisabledRepositories(db)).flatMap((repository) => {
    const noticeUrl = repository.blockNoticeUrl
    const notice = attributeNotice(noticeUrl, notices)
    if (noticeUrl === null || notice === undefined || named.has(repository.id)) return []
    return [
      {
        repository: `${repository.owner}/${repository.name}`,
        notice: notice.id,
        noticeUrl,
        official: isOfficial(repository, officials),
      },
    ]
  })
}
