import { appendEvent } from '../../../db/events/append-event.ts'
import { markSeen, saveRepositories, type RepositoryFacts } from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { isOfficial } from '../../core/repository/official.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { AvailableRepository } from '../../github/get-repository.ts'
import type { ListedFork } from '../../github/fork-page.ts'
import type { ForkCheckpoint } from '../../github/fork-walk.ts'
import type { ForkPage } from '../../github/list-forks.ts'
import type { ScanContext } from './scan-context.ts'
import { keepUnanswered } from './take-probe-step.ts'

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

/** What the listing showed of a repository: its heads need no request of their own. */
export interface ListedRepository {
  heads: RefHead[] | null
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
  for await (const page of context.github.listForks(root, result.checkpoint ?? undefined)) {
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
    const steps = forks.map((fork) => planRepository(context, fork.repository, headsOf(fork), step.position))
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
  const answer = await context.github.getRepository(readRepositoryName(step.key)!)
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
    await addSteps(tx, context.scan.id, [planRepository(context, root, null, step.position)])
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

/** A repository with its parent and root: one answer of GitHub tells of all three. */
export function relatives({ repository, parent, root }: AvailableRepository): RepositoryFacts[] {
  return [root, parent, repository].filter((record) => record !== null)
}

function planRepository(
  { officials }: ScanContext,
  repository: { id: number; owner: string; name: string },
  heads: RefHead[] | null,
  position: number,
) {
  if (isOfficial(repository, officials)) {
    return { kind: 'official' as const, key: `${repository.owner}/${repository.name}`, position }
  }
  return {
    kind: 'repository' as const,
    key: String(repository.id),
    position,
    result: { heads } satisfies ListedRepository,
  }
}
