import type { Queryable } from '../../db/database.ts'
import { listNamed, selectNotices, type Notice } from '../../db/queries/notices.ts'
import { accusedRepositories } from '../core/notice/accused.ts'
import type { RetractionScope } from '../core/notice/types.ts'
import type { RepositoryName } from '../core/repository/types.ts'
import { readDocument } from './notice/notice-summary.ts'

/** A takedown that was sent, with what became of the claim. */
export interface SentNotice {
  notice: Notice
  sentAt: Date
  /** The ids of the repositories it names. */
  named: ReadonlySet<number>
  /** What the notice calls those that it names: a retraction may use that name, or the one of its day. */
  namedAs: ReadonlyMap<number, RepositoryName>
  /** The retractions of it that were sent, in the order of their time. */
  retractions: readonly Retraction[]
}

export interface Retraction {
  id: string
  sentAt: Date
  /** Whether it gives back a repository that has or had these names. */
  givesBack: (names: readonly RepositoryName[]) => boolean
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
    namedAs: new Map(accusedRepositories(readDocument(notice)).map((one) => [one.id, one])),
    retractions: all
      .flatMap((each) => (each.aboutNoticeId === notice.id ? readRetraction(each) : []))
      .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime()),
  }))
}

function readRetraction(notice: Notice): Retraction[] {
  const document = readDocument(notice)
  if (notice.sentAt === null || document.kind !== 'retraction') return []
  return [{ id: notice.id, sentAt: notice.sentAt, givesBack: givingBack(document.withdraws) }]
}

function givingBack(withdraws: RetractionScope): Retraction['givesBack'] {
  if (withdraws.mode === 'whole') return () => true
  if (withdraws.mode === 'listed') {
    const listed = new Set(withdraws.repositories.map(fold))
    return (names) => names.some((name) => listed.has(fold(name)))
  }
  const kept = new Set(withdraws.stayDisabled.map(fold))
  return (names) => !names.some((name) => kept.has(fold(name)))
}

function fold({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`.toLowerCase()
}

/**
 * When a repository that is down under the notice was given back by a retraction, under the name that it has or the
 * one that the notice named it by; null: it was not.
 */
export function givenBackAt(
  { retractions, namedAs }: SentNotice,
  repository: RepositoryName & { id: number },
): Date | null {
  const then = namedAs.get(repository.id)
  const names = then === undefined ? [repository] : [repository, then]
  return retractions.find(({ givesBack }) => givesBack(names))?.sentAt ?? null
}

/**
 * Since when no notice claims a repository any more: each one that names it was retracted for it. Null: one still
 * stands, or none names it.
 */
export function retractedAt(
  sent: readonly SentNotice[],
  repository: RepositoryName & { id: number },
): Date | null {
  const given = sent
    .filter(({ named }) => named.has(repository.id))
    .map((notice) => givenBackAt(notice, repository))
  const last = Math.max(...given.map((at) => at?.getTime() ?? Infinity))
  return Number.isFinite(last) ? new Date(last) : null
}
