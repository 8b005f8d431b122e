import type { Queryable } from '../../../db/database.ts'
import {
  listListedNetworks,
  selectNetworkRows,
  selectStepOutcomes,
  type NetworkRow,
} from '../../../db/queries/networks.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import type { Work } from '../../../db/queries/works.ts'
import type { ForkMember } from '../../core/network/member-state.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { listOverreach } from '../list-overreach.ts'
import type { NetworkResult } from '../scan/network-result.ts'

/** A fork network as a work's scans know it. */
export interface KnownMembers {
  rootId: number
  /** The root among them, the oldest first. */
  members: ForkMember[]
  /** As GitHub counted when it was listed, the root included; null when it was not listed. */
  counted: number | null
  /** When the latest listing began, ISO. */
  listedAt: string | null
}

/** A fork that a scan looked into or had no need to, and found nothing in: it leaves no match behind. */
const nothingFound = new Set(['none', 'untouched'])

/** The members of these networks; a root that nobody has seen has none, and is left out. */
export async function readMembers(
  db: Queryable,
  work: Work,
  rootIds: readonly number[],
): Promise<KnownMembers[]> {
  const officials = await listOfficials(db, work.id)
  const overreach = new Set((await listOverreach({ db }, work.slug)).map(({ id }) => id))
  const listed = await readListings(db, work, rootIds)
  const outcomes = await readOutcomes(db, listed, rootIds)
  const networks = new Map<number, KnownMembers>()
  for (const row of await selectNetworkRows(db, work.id, rootIds)) {
    const rootId = row.networkRootId ?? row.id
    let network = networks.get(rootId)
    if (network === undefined) {
      const { networkCount = null, begunAt = null } = listed.get(rootId) ?? {}
      network = {
        rootId,
        members: [],
        counted: networkCount === null ? null : networkCount + 1,
        listedAt: begunAt,
      }
      networks.set(rootId, network)
    }
    network.members.push(
      describe(row, {
        official: row.official === true || isOfficial(row, officials),
        nothingFound: nothingFound.has(outcomes.get(row.id) ?? ''),
        overreach: overreach.has(row.id),
      }),
    )
  }
  return [...networks.values()].filter(({ rootId, members }) => members.some(({ id }) => id === rootId))
}

function describe(
  { id, owner, name, parentId, stars, availability, decision, strength, githubCreatedAt }: NetworkRow,
  known: { official: boolean; nothingFound: boolean; overreach: boolean },
): ForkMember {
  return {
    id,
    owner,
    name,
    parentId,
    createdOn: githubCreatedAt === null ? null : Math.floor(githubCreatedAt.getTime() / 86_400_000),
    stars,
    availability,
    matched: strength !== null,
    official: known.official,
    strength: strength ?? (known.nothingFound ? 'none' : null),
    decision,
    overreach: known.overreach,
  }
}

/** Each network as it was listed last. */
async function readListings(
  db: Queryable,
  work: Work,
  rootIds: readonly number[],
): Promise<Map<number, NetworkResult & { scanId: number }>> {
  const wanted = new Set(rootIds)
  const listings = new Map<number, NetworkResult & { scanId: number }>()
  for (const { scanId, result } of await listListedNetworks(db, work.id)) {
    const listing = result as NetworkResult
    if (wanted.has(listing.rootId)) listings.set(listing.rootId, { ...listing, scanId })
  }
  return listings
}

async function readOutcomes(
  db: Queryable,
  listings: ReadonlyMap<number, { scanId: number }>,
  rootIds: readonly number[],
): Promise<Map<number, string | null>> {
  const outcomes = new Map<number, string | null>()
  const only = rootIds.length === 1 ? rootIds[0] : undefined
  for (const scanId of new Set([...listings.values()].map((listing) => listing.scanId))) {
    for (const [id, outcome] of await selectStepOutcomes(db, scanId, only)) outcomes.set(id, outcome)
  }
  return outcomes
}
