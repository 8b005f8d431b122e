import { appendEvent } from '../../../db/events/append-event.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { addLists } from '../../github/fork-walk.ts'
import { beginNetwork } from './begin-network.ts'
import { carryOver, countNewcomers } from './carry-over.ts'
import type { CouldNotTell } from './could-not-tell.ts'
import { keepForks } from './keep-forks.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { NetworkResult } from './network-result.ts'
import { readAhead } from './read-ahead.ts'
import type { ScanContext } from './scan-context.ts'

type Listed = { outcome: 'listed'; result: NetworkResult } | CouldNotTell

/**
 * Lists a fork network from its root: every repository becomes a step, with the heads of its branches and tags. An
 * official one becomes a step that says what it publishes. Where an earlier scan listed the network, only what changed
 * since is asked for.
 */
export async function takeNetworkStep(context: ScanContext, step: ScanStep): Promise<void> {
  const begun = (step.result as NetworkResult | null) ?? (await beginNetwork(context, step))
  if (begun === null) return
  const listed = await listNetwork(context, step, fromTheStart(begun) ?? begun)
  if (listed.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, listed)
    return
  }
  const { result } = listed
  await context.db.tx(async (tx) => {
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    await appendEvent(tx, {
      actor: context.actor,
      kind: 'network.listed',
      subject: `repository:${result.rootId}`,
      data: {
        scan: context.scan.id,
        root: result.root,
        repositories: result.listed,
        unchanged: result.unchanged,
      },
    })
  })
}

async function listNetwork(context: ScanContext, step: ScanStep, begun: NetworkResult): Promise<Listed> {
  const pushed = await listPushed(context, step, begun)
  if (pushed.outcome === 'could-not-tell') return pushed
  const listed = await listForks(context, step, pushed.result)
  if (listed.outcome === 'could-not-tell' || listed.result.catchUp === null) return listed

  const { result } = listed
  const { catchUp, networkCount } = listed.result
  const grown = (networkCount ?? 0) - (catchUp.earlierCount ?? networkCount ?? 0)
  // Somewhere in the network are forks that no known list shows.
  if (grown > (await countNewcomers(context, result, catchUp)))
    return await listForks(context, step, fromEndToEnd(result))
  const unchanged = await carryOver(context, result, catchUp, step.position)
  return { outcome: 'listed', result: { ...result, unchanged, listed: result.listed + unchanged } }
}

/** What was pushed since an earlier scan. */
async function listPushed(context: ScanContext, step: ScanStep, begun: NetworkResult): Promise<Listed> {
  let result = begun
  const { catchUp } = begun
  if (catchUp === null) return { outcome: 'listed', result }
  const pages = context.github.listPushedForks(catchUp.pushed, new Date(catchUp.since))
  for await (const page of readAhead(pages)) {
    if (page.outcome === 'could-not-tell') return page
    if (page.outcome === 'not-found') break
    const { forks, unreadable, checkpoint } = page.value
    const parents = forks.filter(({ repository }) => (repository.forksCount ?? 0) > 0)
    result = {
      ...result,
      listed: result.listed + forks.length,
      unreadable: result.unreadable + unreadable,
      catchUp: { ...catchUp, pushed: checkpoint },
      checkpoint:
        result.checkpoint &&
        addLists(
          result.checkpoint,
          parents.map(({ repository }) => repository),
        ),
    }
    await keepForks(context, step, forks, result)
  }
  return { outcome: 'listed', result }
}

/** Page by page, from wherever the listing had come to. */
async function listForks(context: ScanContext, step: ScanStep, begun: NetworkResult): Promise<Listed> {
  let result = begun
  const root = { id: result.rootId, ...readRepositoryName(result.root)! }
  for await (const page of readAhead(context.github.listForks(root, result.checkpoint ?? undefined))) {
    if (page.outcome === 'not-found') {
      // It was there a moment ago.
      const reason = `${result.root} was not there when its forks were to be listed`
      return { outcome: 'could-not-tell', reason, retryAt: null }
    }
    if (page.outcome === 'could-not-tell') return page
    const { forks, unreadable, checkpoint } = page.value
    result = {
      ...result,
      listed: result.listed + forks.length,
      unreadable: result.unreadable + unreadable,
      checkpoint,
    }
    await keepForks(context, step, forks, result)
    context.progress({
      step: `listing the network of ${result.root}`,
      done: result.listed,
      // GitHub's count is from before; forks are born meanwhile.
      ...(result.networkCount === null ? {} : { total: Math.max(result.networkCount + 1, result.listed) }),
    })
  }
  if (result.unreadable === 0) return { outcome: 'listed', result }
  const reason = `GitHub told nothing of ${result.unreadable} forks of ${result.root}`
  return { outcome: 'could-not-tell', reason, retryAt: null }
}

function fromEndToEnd(result: NetworkResult): NetworkResult {
  return {
    ...result,
    listed: 1,
    unreadable: 0,
    checkpoint: null,
    catchUp: null,
    fullyListedAt: result.begunAt,
  }
}

/** A listing that came to its end with forks that GitHub told nothing of is made once more. */
function fromTheStart(result: NetworkResult): NetworkResult | undefined {
  return result.unreadable > 0 && result.checkpoint?.open.length === 0 ? fromEndToEnd(result) : undefined
}
