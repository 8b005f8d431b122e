import type { Answer } from '../../core/answer.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { SearchedRepository, SearchPage } from '../../github/search-page.ts'
import { keepCandidates } from './keep-candidates.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { readSearch } from './read-search.ts'
import type { ScanContext } from './scan-context.ts'

/** What a search for repositories brought: counted in the coverage. */
export interface SearchResult {
  /** How many GitHub counts. */
  total: number
  repositories: number
  /** There are more results than were looked at. */
  cutOff: boolean
  /** GitHub said that it did not search everything, each time that it was asked. */
  incomplete: boolean
}

/** So many repositories may bear a name: what more of them share tells of none of them. */
const mostNamed = 50

/**
 * Searches commits by the id of a root tree that holds a copy: whoever uploaded the same files anew has the same tree,
 * whatever the name, the history or the size of the files.
 */
export async function takeTreeStep(context: ScanContext, step: ScanStep): Promise<void> {
  await takeSearchStep(context, step, Infinity, (page) =>
    context.github.searchCommits({ by: 'tree', id: step.key, page }),
  )
}

/** Searches for a commit that holds a copy: whoever pushed the same history to a new repository kept its ids. */
export async function takeCommitStep(context: ScanContext, step: ScanStep): Promise<void> {
  await takeSearchStep(context, step, Infinity, (page) =>
    context.github.searchCommits({ by: 'hash', id: step.key, page }),
  )
}

/** Searches for repositories that are named or described as the work: archived ones, and those with large files. */
export async function takeNameStep(context: ScanContext, step: ScanStep): Promise<void> {
  await takeSearchStep(context, step, mostNamed, (page) =>
    context.github.searchRepositories({ query: step.key, page }),
  )
}

async function takeSearchStep(
  context: ScanContext,
  step: ScanStep,
  most: number,
  ask: (page: number) => Promise<Answer<SearchPage<SearchedRepository>>>,
): Promise<void> {
  const searched = await readSearch(ask, ({ totalCount }) => totalCount <= most)
  if (searched.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, searched)
    return
  }
  const { total, cutOff, incomplete, items } = searched
  const isTooMany = total > most
  const repositories = new Map(isTooMany ? [] : items.map((item) => [item.repositoryId, item]))
  const result: SearchResult = {
    total,
    repositories: repositories.size,
    cutOff: cutOff || isTooMany,
    incomplete,
  }
  await context.db.tx(async (tx) => {
    await keepCandidates(context, tx, [...repositories.values()], step.position)
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    await appendEvent(tx, {
      actor: context.actor,
      kind: `${step.kind}.searched`,
      subject: `scan:${context.scan.id}`,
      data: { [step.kind]: step.key, ...result },
    })
  })
}
