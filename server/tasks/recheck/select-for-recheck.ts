import type { Queryable } from '../../../db/database.ts'
import { selectMatches } from '../../../db/queries/matches.ts'
import { listNamed, selectNotices, type Notice } from '../../../db/queries/notices.ts'
import { listOfficials, type Official } from '../../../db/queries/officials.ts'
import { findRepositories, listNetworkMembers, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { findWorkById, listWorkRows, type Work } from '../../../db/queries/works.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { requireWork } from '../find-work.ts'
import { requireNotice } from '../notice/find-notice.ts'

export interface RecheckSelection {
  workIds: number[]
  repositories: RepositoryRow[]
  /** Takedowns that were sent: what they did is looked for in the whole network. */
  notices: Notice[]
  /** Notice id → the ids of the repositories it names. */
  named: Map<string, Set<number>>
  isOfficial: (repository: RepositoryRow) => boolean
}

/** The matches, everything named in a notice, and the rest of the networks of what was named. */
export async function selectForRecheck(
  db: Queryable,
  input: { work: string | null; notice: string | null },
): Promise<RecheckSelection> {
  const only = input.notice === null ? null : await requireNotice(db, input.notice)
  const works = await selectWorks(db, input.work, only)
  const ids = new Set<number>()
  const notices: Notice[] = []
  const officials: Official[] = []
  for (const work of works) {
    officials.push(...(await listOfficials(db, work.id)))
    notices.push(
      ...(await selectNotices(db, work.id)).filter((n) => n.kind !== 'retraction' && n.sentAt !== null),
    )
    if (only !== null) continue
    for (const { match, repository } of await selectMatches(db, work.id, {})) {
      if (match.strength !== 'none' || match.decision !== null) ids.add(repository.id)
    }
  }
  const named = new Map<string, Set<number>>()
  for (const row of await listNamed(
    db,
    notices.map((notice) => notice.id),
  )) {
    named.set(row.noticeId, (named.get(row.noticeId) ?? new Set()).add(row.repositoryId))
  }
  for (const [id, repositoryIds] of named) {
    if (only === null || only.id === id) for (const repositoryId of repositoryIds) ids.add(repositoryId)
  }
  const rows = await findRepositories(db, [...ids])
  const roots = new Set([...rows.values()].map((row) => row.networkRootId).filter((id) => id !== null))
  if (notices.length > 0) for (const row of await listNetworkMembers(db, [...roots])) rows.set(row.id, row)
  return {
    workIds: works.map((work) => work.id),
    repositories: [...rows.values()],
    notices,
    named,
    isOfficial: (repository) => isOfficial(repository, officials),
  }
}

async function selectWorks(db: Queryable, slug: string | null, only: Notice | null): Promise<Work[]> {
  if (only !== null) return [(await findWorkById(db, only.workId))!]
  return slug === null ? await listWorkRows(db) : [await requireWork(db, slug)]
}
