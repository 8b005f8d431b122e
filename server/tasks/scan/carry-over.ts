import { findMatches } from '../../../db/queries/matches.ts'
import { findRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, listNetworkSteps } from '../../../db/queries/scans.ts'
import { chunks } from '../../../db/queries/works.ts'
import type { CatchUp, NetworkResult } from './network-result.ts'
import { planRepository } from './plan-repository.ts'
import type { ListedRepository } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/**
 * Repositories that came to a network since the earlier scan: those that this one lists and that one did not.
 * GitHub's own count may say that there are more of them.
 */
export async function countNewcomers(
  { db, scan }: ScanContext,
  { rootId }: NetworkResult,
  { earlierScanId }: CatchUp,
): Promise<number> {
  const before = new Set((await listNetworkSteps(db, earlierScanId, rootId)).map(({ key }) => key))
  const today = await listNetworkSteps(db, scan.id, rootId)
  return today.filter(({ key }) => !before.has(key)).length
}

/**
 * Plans for this scan the repositories of a network to which nothing was pushed since an earlier one, with the heads
 * that it saw: they are judged anew, since the work or its official repositories may have changed, but what is needed
 * for that was kept. Gives how many there are.
 */
export async function carryOver(
  context: ScanContext,
  { rootId: networkRootId }: NetworkResult,
  { earlierScanId }: CatchUp,
  position: number,
): Promise<number> {
  const { db, work, scan } = context
  const planned = new Set((await listNetworkSteps(db, scan.id, networkRootId)).map(({ key }) => key))
  const unchanged = (await listNetworkSteps(db, earlierScanId, networkRootId)).filter(
    ({ key }) => /^\d+$/.test(key) && !planned.has(key),
  )
  for (const part of chunks(unchanged, 500)) {
    const ids = part.map(({ key }) => Number(key))
    const repositories = await findRepositories(db, ids)
    const matched = await findMatches(db, work.id, ids)
    const steps = part.flatMap(({ key, result }) => {
      const repository = repositories.get(Number(key))
      if (repository === undefined) return []
      const { heads } = result as ListedRepository
      return [
        planRepository(context, repository, {
          heads,
          networkRootId,
          position,
          matched: matched.has(repository.id),
        }),
      ]
    })
    await db.tx((tx) => addSteps(tx, scan.id, steps))
  }
  return unchanged.length
}
