import type { Queryable } from '../../db/database.ts'
import { listNamed, selectNotices, type Notice } from '../../db/queries/notices.ts'
import type { RetractionDocument } from '../core/notice/types.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { readDocument } from './notice/notice-summary.ts'

/** A takedown that was sent, with what became of the claim. */
export interface SentNotice {
  notice: Notice
  sentAt: Date
  /** The ids of the repositories it names. */
  named: ReadonlySet<number>
  /** The retractions of it that were sent, in the order of their time. */
  retractions: readonly { id: string; sentAt: Date; document: RetractionDocument }[]
}

/** Every takedown that was sent, first or revised; those of one work when it is given. */
export async function listSentNotices(db: Queryable, workId?: number): Promise<SentNotice[]> {
  const all = await selectNotices(db, workId)
  const sent = all.filter(
    (notice) => (notice.kind === 'takedown' || notice.kind === 'revised') && notice.sentAt !== null,
  )
  const named = new Map<string, Set<number>>(sent.map(({ id }) => [id, new Set()]))
  for (const row of await listNamed(db, [...named.keys()])) named.get(row.noticeId)!.add(row.repositoryId)
  return sent.map((notice) => ({
    notice,
    sentAt: notice.sentAt!,
    named: named.get(notice.id)!,
    retractions: all
      .flatMap((each) => {
        const document = readDocument(each)
        if (each.aboutNoticeId !== notice.id || each.sentAt === null || document.kind !== 'retraction')
          return []
        return [{ id: each.id, sentAt: each.sentAt, document }]
      })
      .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime()),
  }))
}

/** When a repository that is down under the notice was given back by a retraction; null: it was not. */
export function givenBackAt({ retractions }: SentNotice, { owner, name }: RepositoryName): Date | null {
  const fold = (repository: RepositoryName) => `${repository.owner}/${repository.name}`.toLowerCase()
  const sought = fold({ owner, name })
  const first = retractions.find(({ document: { withdraws } }) => {
    if (withdraws.mode === 'all-except') return !withdraws.stayDisabled.some((each) => fold(each) === sought)
    return withdraws.mode === 'whole' || withdraws.repositories.some((each) => fold(each) === sought)
  })
  return first?.sentAt ?? null
}
