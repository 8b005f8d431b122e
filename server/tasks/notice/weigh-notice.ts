import type { Queryable } from '../../../db/database.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { findWorkById } from '../../../db/queries/works.ts'
import { accusedRepositories } from '../../core/notice/accused.ts'
import { weighWordings, type NetworkReach } from '../../core/notice/weigh-wordings.ts'
import { requireNotice } from './find-notice.ts'
import { readDocument } from './notice-summary.ts'
import { readNetworks } from './read-networks.ts'

/** What one notice could reach in each network that it names something of, as that network is known today. */
export async function weighNotice({ db }: { db: Queryable }, id: string): Promise<NetworkReach[]> {
  const notice = await requireNotice(db, id)
  const named = accusedRepositories(readDocument(notice))
  const work = await findWorkById(db, notice.workId)
  if (work === undefined || named.length === 0) return []
  const rows = await findRepositories(
    db,
    named.map((one) => one.id),
  )
  const rootOf = (repositoryId: number) => rows.get(repositoryId)?.networkRootId ?? repositoryId
  const networks = await readNetworks(db, work, [...new Set(named.map((one) => rootOf(one.id)))])
  return [...networks].map(([rootId, network]) =>
    weighWordings(
      network,
      named.filter((one) => rootOf(one.id) === rootId),
    ),
  )
}
