import type { Queryable } from '../../../db/database.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import { findRepositories, listNetworkMembers, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { findListedNetwork } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { KnownNetwork } from '../../core/notice/weigh-wordings.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readStanding } from '../review/read-standing.ts'
import type { NetworkResult } from '../scan/network-result.ts'

/** All that is known of these fork networks, by the id of their root: every member that was listed, and what was found in it. */
export async function readNetworks(
  db: Queryable,
  work: Work,
  rootIds: readonly number[],
): Promise<Map<number, KnownNetwork>> {
  const officials = await listOfficials(db, work.id)
  const roots = await findRepositories(db, rootIds)
  const networks = new Map<number, KnownNetwork>()
  for (const root of roots.values()) {
    const rows = await listMembers(db, root)
    const matches = await findMatches(
      db,
      work.id,
      rows.map(({ id }) => id),
    )
    const reviewed = await readStanding(db, [...matches.values()])
    networks.set(root.id, {
      root: { id: root.id, owner: root.owner, name: root.name },
      members: rows.map((row) => {
        const match = matches.get(row.id)
        const known = match === undefined ? undefined : reviewed.get(match.id)
        return {
          id: row.id,
          owner: row.owner,
          name: row.name,
          official: match?.official === true || isOfficial(row, officials),
          strength: match?.strength ?? null,
          decision: known?.standing.decision ?? null,
          likeness: known?.evidence.likeness ?? null,
        }
      }),
      counted: await countMembers(db, work, root),
    })
  }
  return networks
}

/** The root may have been seen before its network was: it belongs to it all the same. */
async function listMembers(db: Queryable, root: RepositoryRow): Promise<RepositoryRow[]> {
  const members = await listNetworkMembers(db, [root.id])
  return members.some(({ id }) => id === root.id) ? members : [root, ...members]
}

/** As GitHub counted when the network was listed: the root and its forks; null when it was not listed. */
async function countMembers(db: Queryable, work: Work, root: RepositoryRow): Promise<number | null> {
  const listed = await findListedNetwork(db, work.id, root.id)
  const count = (listed?.result as NetworkResult | undefined)?.networkCount ?? null
  return count === null ? null : count + 1
}
