import type { Queryable } from '../../../db/database.ts'
import { listNamed } from '../../../db/queries/notices.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import { checkNotice } from '../../core/notice/check-notice.ts'
import type { NoticeCheck } from '../../core/notice/elements.ts'
import type { Availability } from '../../core/repository/types.ts'
import type { NoticeDocument } from '../../core/notice/types.ts'
import { requireNotice } from './find-notice.ts'
import { listGivenBack } from './given-back.ts'
import type { ListedNotice } from './list-notices.ts'
import { readDocument, summarizeNotice } from './notice-summary.ts'
import { readTemplates } from './read-templates.ts'
import { renderNotice } from './render-notice.ts'

export interface NoticeDetail extends ListedNotice {
  work: string
  document: NoticeDocument
  check: NoticeCheck
  /** Each repository named, as it is known today. */
  materials: {
    repository: string
    role: 'parent' | 'fork'
    url: string
    files: string[]
    availability: Availability
    blockNoticeUrl: string | null
    /** When GitHub disabled it, or since when it is in this state; null: not known. */
    since: string | null
    /** When it was looked at last; null: never. */
    checkedAt: string | null
    /** When a retraction gave it back; null: this notice claims it. */
    retractedAt: string | null
  }[]
  text: string
}

/** One notice with its check, its materials and its plain text. */
export async function showNotice({ db }: { db: Queryable }, id: string): Promise<NoticeDetail> {
  const notice = await requireNotice(db, id)
  const work = await findWorkById(db, notice.workId)
  const named = await listNamed(db, [id])
  const repositories = await findRepositories(
    db,
    named.map((row) => row.repositoryId),
  )
  const document = readDocument(notice)
  const given = (await listGivenBack(db, notice.workId)).get(id)
  return {
    ...summarizeNotice(notice),
    retracted: [...(given?.values() ?? [])].map(({ repository }) => repository),
    work: work?.slug ?? '',
    document,
    check: checkNotice(document),
    materials: named.map((row) => {
      const repository = repositories.get(row.repositoryId)!
      return {
        repository: `${repository.owner}/${repository.name}`,
        role: row.role,
        url: row.url,
        files: row.files,
        availability: repository.availability,
        blockNoticeUrl: repository.blockNoticeUrl,
        since: (repository.blockCreatedAt ?? repository.availabilitySince)?.toISOString() ?? null,
        checkedAt: repository.checkedAt?.toISOString() ?? null,
        retractedAt: given?.get(row.repositoryId)?.at.toISOString() ?? null,
      }
    }),
    text: renderNotice(notice, await readTemplates(db, notice), 'text'),
  }
}
