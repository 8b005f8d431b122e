import { appendEvent } from '../../../db/events/append-event.ts'
import { findMatches } from '../../../db/queries/matches.ts'
import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { ListedFork } from '../../github/fork-page.ts'
import type { ForkCheckpoint } from '../../github/fork-walk.ts'
import type { ForkPage } from '../../github/list-forks.ts'
import type { PlannedStep } from './plan-scan.ts'
import type { ScanContext } from './scan-context.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { readAhead } from './read-ahead.ts'
import { relatives } from './relatives.ts'
import { isUntouched, type ListedRepository, type RepositoryResult } from './repository-result.ts'

/** Where listing a network has come to; kept after each page, so that a killed scan asks for no page again. */
export interface NetworkResult {
  root: string
  rootId: number
  official: boolean
  listed: number
  /** Forks in the listing of which GitHub told nothing. */
  unreadable: number
  /** Where the listing goes on; null when it came to its end. */
  checkpoint: ForkCheckpoint | null
}

/**
 * Lists a whole fork network from its root: every repository becomes a step, with the heads of its branches and
 * tags. An official one becomes a step that says what it publishes.
 */
export async function takeNetworkStep(context: ScanContext, step: ScanStep): Promise<void> {
  const begun = (step.result as NetworkResult | null) ?? (await resolveRoot(context, step))
  if (begun === null) return
  let result: NetworkResult = begun
  const root = { id: result.rootId, ...readRepositoryName(result.root)! }
  for await (const page of readAhead(context.github.listForks(root, result.checkpoint ?? undefined))) {
    if (page.outcome === 'not-found') break
    if (page.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, page)
      return
    }
    result = await keepPage(context, step, result, page.value)
    context.progress({ step: `listing the network of ${result.root}`, done: result.listed })
  }
  if (result.unreadable > 0) {
    const reason = `GitHub told nothing of ${result.unreadable} forks of ${result.root}`
    await keepUnanswered(context, step, { reason, retryAt: null })
    return
  }
  await context.db.tx(async (tx) => {
    await updateStep(tx, step.id, {
      status: 'done',
      reason: null,
      retryAt: null,
      result: { ...result, checkpoint: null },
    })
    await appendEvent(tx, {
      actor: context.actor,
      kind: 'network.listed',
      subject: `repository:${result.rootId}`,
      data: { scan: context.scan.id, root: result.root, repositories: result.listed },
    })
  })
}

async function keepPage(
  context: ScanContext,
  step: ScanStep,
  before: NetworkResult,
  page: ForkPage,
): Promise<NetworkResult> {
  const { forks, unreadable, checkpoint } = page
  const at = context.clock()
  const result = {
    ...before,
    listed: before.listed + forks.length,
    unreadable: before.unreadable + unreadable,
    checkpoint,
  }
  const matched = await findMatches(
    context.db,
    context.work.id,
    forks.map(({ repository }) => repository.id),
  )
  await context.db.tx(async (tx) => {
    const seen = forks.map(({ repository }) => ({
      ...repository,
      networkRootId: before.rootId,
      rootObservedAt: at,
    }))
    await saveRepositories(tx, seen, at)
    const available = forks.filter((fork) => !fork.disabled)
    await markSeen(
      tx,
      available.map(({ repository }) => repository.id),
      at,
    )
    const steps = forks.map((fork) =>
      planRepository(context, fork.repository, {
        heads: headsOf(fork),
        networkRootId: before.rootId,
        position: step.position,
        matched: matched.has(fork.repository.id),
      }),
    )
    await addSteps(tx, context.scan.id, steps)
    await updateStep(tx, step.id, { result })
  })
  return result
}

/** Null where the listing does not settle it: the repository is then asked for by itself. */
function headsOf({ heads, disabled }: ListedFork): RefHead[] | null {
  return heads.outcome === 'found' && !disabled ? heads.value.heads : null
}

/** The root is GitHub's `source`: "the ultimate source for the network"; it can change, so it is asked each time. */
async function resolveRoot(context: ScanContext, step: ScanStep): Promise<NetworkResult | null> {
  const answer = await context.lookUp(step.key)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return null
  }
  if (answer.outcome !== 'available') {
    const result = { root: step.key, rootId: 0, official: false, listed: 0, unreadable: 0, checkpoint: null }
    await context.db.tx((tx) =>
      updateStep(tx, step.id, { status: 'done', reason: `${step.key} is ${answer.outcome}`, result }),
    )
    return null
  }
  const root = answer.root ?? answer.repository
  await context.db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), context.clock())
    await markSeen(tx, [answer.repository.id], context.clock())
    await addSteps(tx, context.scan.id, [
      planRepository(context, root, {
        heads: null,
        networkRootId: root.id,
        position: step.position,
        matched: false,
      }),
    ])
  })
  return {
    root: `${root.owner}/${root.name}`,
    rootId: root.id,
    official: isOfficial(root, context.officials),
    listed: 1,
    unreadable: 0,
    checkpoint: null,
  }
}

/**
 * The step of a listed repository. An untouched one is done with the listing, unless something was found in it
 * before: then it is judged anew.
 */
function planRepository(
  { officials, publicCode }: ScanContext,
  repository: { id: number; owner: string; name: string },
  listed: { heads: RefHead[] | null; networkRootId: number; position: number; matched: boolean },
): PlannedStep {
  const { heads, networkRootId, position, matched } = listed
  if (isOfficial(repository, officials)) {
    return { kind: 'official', key: `${repository.owner}/${repository.name}`, position }
  }
  const key = String(repository.id)
  if (heads !== null && !matched && isUntouched(heads, publicCode.trees)) {
    const result: RepositoryResult = {
      repositoryId: repository.id,
      networkRootId,
      outcome: 'untouched',
      heads,
    }
    return { kind: 'repository', key, position, status: 'done', result }
  }
  return { kind: 'repository', key, position, result: { heads, networkRootId } satisfies ListedRepository }
}
