import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, findListedNetwork, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import type { ForkList } from '../../github/fork-walk.ts'
import type { ForkNews } from '../../github/read-fork-news.ts'
import { findRoot } from './find-root.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { CatchUp, NetworkResult } from './network-result.ts'
import { planRepository } from './plan-repository.ts'
import type { ScanContext } from './scan-context.ts'

/** Clocks differ, and GitHub shows pushes late: what was pushed shortly before counts as pushed since. */
const margin = 3_600_000

/** Times of pushes do not show everything (a tag that was dropped, a fork that moved), so all is listed now and then. */
const fullEvery = 7 * 24 * 3_600_000

/**
 * Finds the root of the network and decides how to list it: from end to end, or only what changed since an earlier
 * scan of this work listed it. Null: the step is settled. The root is GitHub's `source`, "the ultimate source for the
 * network"; it can change, so it is asked each time.
 */
export async function beginNetwork(context: ScanContext, step: ScanStep): Promise<NetworkResult | null> {
  const { db, clock, scan } = context
  const answer = await findRoot(context, step.key)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return null
  }
  const now = clock()
  const fresh = {
    listed: 1,
    unchanged: 0,
    unreadable: 0,
    checkpoint: null,
    begunAt: now.toISOString(),
    fullyListedAt: now.toISOString(),
    catchUp: null,
  }
  if (answer.outcome === 'absent') {
    const none = { root: step.key, rootId: 0, official: false, networkCount: null }
    const { reason } = answer
    const result: NetworkResult = { ...fresh, ...none, listed: 0 }
    await db.tx((tx) => updateStep(tx, step.id, { status: 'done', reason, result }))
    return null
  }
  const { root, shown, available } = answer
  await db.tx(async (tx) => {
    await saveRepositories(tx, shown, now)
    await markSeen(tx, available, now)
    const listed = { heads: null, networkRootId: root.id, position: step.position, matched: false }
    await addSteps(tx, scan.id, [planRepository(context, root, listed)])
  })
  const result: NetworkResult = {
    ...fresh,
    root: `${root.owner}/${root.name}`,
    rootId: root.id,
    official: isOfficial(root, context.officials),
    networkCount: answer.networkCount,
  }
  return { ...result, ...(await findCatchUp(context, result)) }
}

/** What to list when an earlier scan listed the network not long ago; undefined: all of it. */
async function findCatchUp(
  { db, github, work }: ScanContext,
  { rootId, begunAt }: NetworkResult,
): Promise<Pick<NetworkResult, 'checkpoint' | 'catchUp' | 'fullyListedAt'> | undefined> {
  const earlier = await findListedNetwork(db, work.id, rootId)
  if (earlier === undefined) return undefined
  const before = earlier.result as NetworkResult
  const lists = before.checkpoint?.ended ?? []
  if (lists.length === 0 || Date.parse(begunAt) - Date.parse(before.fullyListedAt) > fullEvery)
    return undefined
  const news = await github.readForkNews(lists)
  if (lists.some(({ id }) => !news.has(id))) return undefined

  const since = new Date(Date.parse(before.begunAt) - margin)
  const isSince = (at: Date | null | undefined) => (at?.getTime() ?? -Infinity) >= since.getTime()
  // A fork that was never pushed to has no time, and may stand before those that have one.
  const mayBePushed = ({ pushed, total }: ForkNews) => (pushed === null ? total > 0 : isSince(pushed))
  const grown = (list: ForkList) => isSince(news.get(list.id)?.newest)
  const catchUp: CatchUp = {
    earlierScanId: earlier.scanId,
    earlierCount: before.networkCount,
    since: since.toISOString(),
    pushed: {
      open: lists
        .filter(({ id }) => mayBePushed(news.get(id)!))
        .map(({ id, nodeId }) => ({ id, nodeId, after: null })),
    },
  }
  return {
    catchUp,
    fullyListedAt: before.fullyListedAt,
    checkpoint: {
      // New forks stand at the end of their list.
      open: lists.filter(grown).map((list) => ({ ...list, round: 1 })),
      ended: lists.filter((list) => !grown(list)).map((list) => ({ ...list, round: 0 })),
      hidden: before.checkpoint?.hidden ?? [],
    },
  }
}
