import type { Queryable } from '../../../db/database.ts'
import { selectMatches, type MatchWithRepository } from '../../../db/queries/matches.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { NoticeCandidate } from '../../core/notice/candidate.ts'
import { weighWordings, type KnownNetwork, type NetworkReach } from '../../core/notice/weigh-wordings.ts'
import { requireWork } from '../find-work.ts'
import { readCandidates } from './notice-candidates.ts'
import { readNetworks } from './read-networks.ts'

/** The networks that candidates stand in, with what each wording could disable in them; named are those that may be. */
export async function weighReachOf(
  db: Queryable,
  work: Work,
  candidates: readonly NoticeCandidate[],
): Promise<{ networks: Map<number, KnownNetwork>; reach: NetworkReach[] }> {
  const rootOf = ({ networkRoot, id }: NoticeCandidate) => networkRoot?.id ?? id
  const networks = await readNetworks(db, work, [...new Set(candidates.map(rootOf))])
  const reach = [...networks].map(([rootId, network]) =>
    weighWordings(
      network,
      candidates.filter(
        (candidate) =>
          rootOf(candidate) === rootId && candidate.decision === 'infringing' && !candidate.official,
      ),
    ),
  )
  return { networks, reach: reach.sort((a, b) => b.size - a.size || (a.network < b.network ? -1 : 1)) }
}

/**
 * What notices about a work could reach, before any is drafted: every network with a strong match in it.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function weighReach(
  { db }: { db: Queryable },
  slug: string,
): Promise<{ reach: NetworkReach[] }> {
  const work = await requireWork(db, slug)
  const found: MatchWithRepository[] = await selectMatches(db, work.id, { strength: ['strong'] })
  const { candidates } = await readCandidates(db, work, found)
  return { reach: (await weighReachOf(db, work, candidates)).reach }
}
