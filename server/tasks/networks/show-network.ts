import type { Queryable } from '../../../db/database.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import { tallyNetwork, type NetworkTally } from '../../core/network/tally-network.ts'
import type { ForkMember } from '../../core/network/member-state.ts'
import { fullName } from '../../core/notice/same-repository.ts'
import { weighWordings, type NetworkReach } from '../../core/notice/weigh-wordings.ts'
import type { RepositoryName } from '../../core/repository/types.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'
import { readNetworks } from '../notice/read-networks.ts'
import { readMembers } from './read-members.ts'

/** One fork network as a work's scans know it. */
export interface NetworkDetail {
  root: ForkMember
  members: ForkMember[]
  listedAt: string | null
  tally: NetworkTally
}

/**
 * The network that a repository stands in.
 * @throws ClawbackError WORK_UNKNOWN, NETWORK_UNKNOWN
 */
export async function showNetwork(
  { db }: { db: Queryable },
  slug: string,
  repository: RepositoryName,
): Promise<NetworkDetail> {
  const work = await requireWork(db, slug)
  const found = await findRepositoryByName(db, repository.owner, repository.name)
  const [known] = found === undefined ? [] : await readMembers(db, work, [found.networkRootId ?? found.id])
  const root = known?.members.find(({ id }) => id === known.rootId)
  if (known === undefined || root === undefined) {
    throw new ClawbackError(
      'NETWORK_UNKNOWN',
      `No network of ${fullName(repository)} was seen`,
      'See the networks of this work, or list it: clawback scan WORK --network OWNER/NAME.',
    )
  }
  const { members, counted, listedAt } = known
  return { root, members, listedAt, tally: tallyNetwork(members, counted) }
}

/**
 * What each wording of a notice about a network could disable: by the decisions that hold over today's evidence.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function weighNetwork(
  { db }: { db: Queryable },
  slug: string,
  rootId: number,
): Promise<{ reach: NetworkReach; named: number[] }> {
  const work = await requireWork(db, slug)
  const network = (await readNetworks(db, work, [rootId])).get(rootId)!
  const named = network.members.filter(({ decision, official }) => decision === 'infringing' && !official)
  return { reach: weighWordings(network, named), named: named.map(({ id }) => id) }
}
