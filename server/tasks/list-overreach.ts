import type { Queryable } from '../../db/database.ts'
import { listDisabledRepositories } from '../../db/queries/disabled-repositories.ts'
import { listOfficials } from '../../db/queries/officials.ts'
import { findWorkEvenRemoved } from '../../db/queries/works.ts'
import { attributeNotice } from '../core/repository/attribute-notice.ts'
import { isOfficial } from '../core/repository/official.ts'
import { requireWork } from './find-work.ts'
import { givenBackAt, listSentNotices } from './sent-notices.ts'

/** A repository that is disabled under a notice of ours and named in none. */
export interface Overreach {
  repository: string
  id: number
  notice: string
  noticeUrl: string
  official: boolean
  /** By the time in GitHub's block, ISO; null: GitHub told none. */
  disabledAt: string | null
  /** When a retraction that gives it back was sent, ISO; null: none was. */
  retractedAt: string | null
}

/**
 * What stands disabled under the notices of a work without being named, as last seen.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listOverreach({ db }: { db: Queryable }, slug: string): Promise<Overreach[]> {
  // What a notice swept stands after the work was removed from this machine.
  const work = (await findWorkEvenRemoved(db, slug)) ?? (await requireWork(db, slug))
  const officials = await listOfficials(db, work.id)
  const sent = await listSentNotices(db, work.id)
  const notices = sent.map(({ notice }) => notice)
  return (await listDisabledRepositories(db)).flatMap((repository) => {
    const noticeUrl = repository.blockNoticeUrl
    const notice = attributeNotice(noticeUrl, notices)
    if (noticeUrl === null || notice === undefined) return []
    if (sent.some(({ named }) => named.has(repository.id))) return []
    const about = sent.find((each) => each.notice.id === notice.id)!
    return [
      {
        repository: `${repository.owner}/${repository.name}`,
        id: repository.id,
        notice: notice.id,
        noticeUrl,
        official: isOfficial(repository, officials),
        disabledAt: repository.blockCreatedAt?.toISOString() ?? null,
        retractedAt: givenBackAt(about, repository)?.toISOString() ?? null,
      },
    ]
  })
}
