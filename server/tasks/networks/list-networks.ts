import type { Queryable } from '../../../db/database.ts'
import { listListedNetworks, listRootsWithMatches } from '../../../db/queries/networks.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import { tallyNetwork, type NetworkTally } from '../../core/network/tally-network.ts'
import { requireWork } from '../find-work.ts'
import type { NetworkResult } from '../scan/network-result.ts'
import { readMembers } from './read-members.ts'

/** A fork network of a work, in figures. */
export interface NetworkFigures extends NetworkTally {
  /** `owner/name` of its root. */
  root: string
  rootOfficial: boolean
  listedAt: string | null
}

/**
 * The fork networks that a work's scans listed or found a match in, the largest first; `alone`: how many matches
 * stand in no network.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function listNetworks(
  { db }: { db: Queryable },
  slug: string,
): Promise<{ networks: NetworkFigures[]; alone: number }> {
  const work = await requireWork(db, slug)
  const listed = await listListedNetworks(db, work.id)
  const rootIds = new Set([
    ...(await listRootsWithMatches(db, work.id)),
    ...listed.map(({ result }) => (result as NetworkResult).rootId),
  ])
  const known = await readMembers(db, work, [...rootIds])
  const networks = known.map(({ rootId, members, counted, listedAt }) => {
    const root = members.find(({ id }) => id === rootId)!
    return {
      root: fullName(root),
      rootOfficial: root.official,
      listedAt,
      ...tallyNetwork(members, counted),
    }
  })
  return {
    networks: networks
      .filter(({ size }) => size > 1)
      .sort((a, b) => b.size - a.size || (a.root < b.root ? -1 : 1)),
    alone: networks.filter(({ size }) => size === 1).length,
  }
}
