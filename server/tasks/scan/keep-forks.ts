import { findMatches } from '../../../db/queries/matches.ts'
import { markSeen, saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { RefHead } from '../../core/repository/types.ts'
import type { ShownRepository } from '../../github/shown-repository.ts'
import type { NetworkResult } from './network-result.ts'
import { planRepository } from './plan-repository.ts'
import type { ScanContext } from './scan-context.ts'

/** Keeps a page of a network's forks, each as a step, together with where the listing goes on. */
export async function keepForks(
  context: ScanContext,
  step: ScanStep,
  forks: readonly ShownRepository[],
  result: NetworkResult,
): Promise<void> {
  const { db, work, scan, clock } = context
  const at = clock()
  const { rootId: networkRootId } = result
  const ids = forks.map(({ repository }) => repository.id)
  const matched = await findMatches(db, work.id, ids)
  await db.tx(async (tx) => {
    await saveRepositories(
      tx,
      forks.map(({ repository }) => ({ ...repository, networkRootId, rootObservedAt: at })),
      at,
    )
    await markSeen(
      tx,
      forks.filter((fork) => !fork.disabled).map(({ repository }) => repository.id),
      at,
    )
    const steps = forks.map((fork) =>
      planRepository(context, fork.repository, {
        heads: headsOf(fork),
        networkRootId,
        position: step.position,
        matched: matched.has(fork.repository.id),
      }),
    )
    await addSteps(tx, scan.id, steps)
    await updateStep(tx, step.id, { result })
  })
}

/** Null where the listing does not settle it: the repository is then asked for by itself. */
function headsOf({ heads, disabled }: ShownRepository): RefHead[] | null {
  return heads.outcome === 'found' && !disabled ? heads.value.heads : null
}
