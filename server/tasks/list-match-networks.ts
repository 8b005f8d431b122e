import type { Queryable } from '../../db/database.ts'
import { selectMatchNetworks, type MatchNetwork } from '../../db/queries/match-list.ts'
import { findRepositories, findRepository } from '../../db/queries/repositories.ts'
import { formatRepositoryName } from '../core/repository/repository-name.ts'
import { requireWork } from './find-work.ts'
import { readMatchFilter, type MatchFilter } from './list-matches.ts'

export interface NamedNetwork extends MatchNetwork {
  /** `owner/name` of the root; null where it was never seen. */
  repository: string | null
}

/**
 * The networks of the matches that a filter leaves, counted, the largest first; a repository without forks is one.
 * @throws ClawbackError WORK_UNKNOWN, FILTER_INVALID
 */
export async function listMatchNetworks(
  { db }: { db: Queryable },
  slug: string,
  filter: MatchFilter,
): Promise<MatchNetwork[]> {
  const work = await requireWork(db, slug)
  return await selectMatchNetworks(db, work.id, readMatchFilter(filter))
}

/** The same with the names of their roots. */
export async function nameNetworks(
  { db }: { db: Queryable },
  networks: readonly MatchNetwork[],
): Promise<NamedNetwork[]> {
  const roots = await findRepositories(
    db,
    networks.map(({ root }) => root),
  )
  return networks.map((network) => {
    const root = roots.get(network.root)
    return { ...network, repository: root === undefined ? null : formatRepositoryName(root) }
  })
}

/** `owner/name` of a repository by GitHub's id; null where it was never seen. */
export async function nameOfRepository({ db }: { db: Queryable }, id: number): Promise<string | null> {
  const row = await findRepository(db, id)
  return row === undefined ? null : formatRepositoryName(row)
}
