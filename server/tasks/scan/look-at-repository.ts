import { findRepository, saveRepositories, type RepositoryRow } from '../../../db/queries/repositories.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import type { RefHead } from '../../core/repository/types.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { relatives } from './relatives.ts'
import type { ListedRepository, RepositoryResult } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/** A repository to be judged, with all its branches and tags. */
export interface Looked {
  step: ScanStep
  repository: RepositoryRow
  heads: RefHead[]
}

/**
 * The repository and the heads of its refs: from the listing when there is one, else asked for and kept at once.
 * `known`: the repositories whose ids the steps name. Null: the step is settled, since the repository is gone, or
 * nothing could be told.
 */
export async function lookAtRepository(
  context: ScanContext,
  step: ScanStep,
  known: ReadonlyMap<number, RepositoryRow>,
): Promise<Looked | null> {
  const { db, github, clock } = context
  const id = /^\d+$/.test(step.key) ? Number(step.key) : null
  const before = id === null ? undefined : known.get(id)
  const listed = (step.result as ListedRepository | null)?.heads ?? null
  if (before !== undefined && listed !== null) return { step, repository: before, heads: listed }

  const answer = await github.getRepository(id ?? readRepositoryName(step.key)!)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return null
  }
  if (answer.outcome !== 'available') {
    await keepAbsence(context, step, before?.id ?? null, answer.outcome)
    return null
  }
  const heads = await github.listHeads(answer.repository)
  if (heads.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, heads)
    return null
  }
  const found = heads.outcome === 'found' ? heads.value.heads : []
  await db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), clock())
    // A step that names a repository is asked again after a kill: only by its id is it known which one was meant.
    const result: ListedRepository = { heads: found, networkRootId: answer.root?.id ?? null }
    if (id !== null) await updateStep(tx, step.id, { result })
  })
  const repository = (await findRepository(db, answer.repository.id))!
  return { step, repository, heads: found }
}

async function keepAbsence(
  { db }: ScanContext,
  step: ScanStep,
  repositoryId: number | null,
  outcome: 'disabled' | 'blocked' | 'gone',
): Promise<void> {
  const result: RepositoryResult = { repositoryId, networkRootId: null, outcome, heads: null }
  await db.tx((tx) =>
    updateStep(tx, step.id, {
      status: 'done',
      reason: `the repository is ${outcome}`,
      retryAt: null,
      result,
    }),
  )
}
