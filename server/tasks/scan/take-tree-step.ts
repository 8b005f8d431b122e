import { appendEvent } from '../../../db/events/append-event.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { SearchedRepository } from '../../github/search-page.ts'
import { keepCandidates } from './keep-candidates.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { ScanContext } from './scan-context.ts'

/** Repositories that hold a root tree with a copy, in no network with it: counted in the coverage. */
export interface TreeResult {
  repositories: number
  /** More results than the 1,000 that GitHub shows. */
  cutOff: boolean
  incomplete: boolean
}

/**
 * Searches commits by the id of a root tree that holds a copy: whoever uploaded the same files anew has the same tree,
 * whatever the name, the history or the size of the files. The one content-addressed look-up that GitHub has; it sees
 * default branches, and no forks.
 */
export async function takeTreeStep(context: ScanContext, step: ScanStep): Promise<void> {
  const repositories = new Map<number, SearchedRepository>()
  const result: TreeResult = { repositories: 0, cutOff: false, incomplete: false }
  for (let page = 1; ; page++) {
    const answer = await context.github.searchTree({ tree: step.key, page })
    if (answer.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, answer)
      return
    }
    if (answer.outcome === 'not-found') break
    const { items, cutOff, incompleteResults, hasMore } = answer.value
    for (const item of items) repositories.set(item.repositoryId, item)
    result.cutOff ||= cutOff
    result.incomplete ||= incompleteResults
    if (!hasMore) break
  }
  result.repositories = repositories.size
  await context.db.tx(async (tx) => {
    await keepCandidates(context, tx, [...repositories.values()], step.position)
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    await appendEvent(tx, {
      actor: context.actor,
      kind: 'tree.searched',
      subject: `scan:${context.scan.id}`,
      data: { tree: step.key, ...result },
    })
  })
}
