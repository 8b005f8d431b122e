import { findRepository, saveRepositories } from '../../../db/queries/repositories.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { asCouldNotTell } from './could-not-tell.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { Looked } from './look-at-repositories.ts'
import { relatives } from './relatives.ts'
import type { ListedRepository, RepositoryResult } from './repository-result.ts'
import type { ScanContext } from './scan-context.ts'

/**
 * One repository by itself: REST has the verdict where GraphQL shows none (disabled, blocked, gone), and the root of
 * the network. What came is kept at once. Null: the step is settled, since the repository is gone, or nothing could be
 * told.
 */
export async function askAboutRepository(context: ScanContext, step: ScanStep): Promise<Looked | null> {
  const { db, github, clock } = context
  const id = /^\d+$/.test(step.key) ? Number(step.key) : null
  const answer = await github.getRepository(id ?? readRepositoryName(step.key)!)
  if (answer.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, answer)
    return null
  }
  if (answer.outcome !== 'available') {
    await keepAbsence(context, step, id, answer.outcome)
    return null
  }
  const heads = await github.listHeads(answer.repository)
  if (heads.outcome !== 'found') {
    await keepUnanswered(context, step, asCouldNotTell(heads, 'GraphQL does not see what REST shows'))
    return null
  }
  const found = heads.value.heads
  await db.tx(async (tx) => {
    await saveRepositories(tx, relatives(answer), clock())
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
  // It stays a member of the network that it was listed in.
  const networkRootId = (step.result as ListedRepository | null)?.networkRootId ?? null
  const result: RepositoryResult = { repositoryId, networkRootId, outcome, heads: null }
  await db.tx((tx) =>
    updateStep(tx, step.id, {
      status: 'done',
      reason: `the repository is ${outcome}`,
      retryAt: null,
      result,
    }),
  )
}
