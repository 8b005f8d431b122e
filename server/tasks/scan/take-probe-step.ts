import { appendEvent } from '../../../db/events/append-event.ts'
import { saveRepositories } from '../../../db/queries/repositories.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import type { CodeHit } from '../../github/search-code.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { ScanContext } from './scan-context.ts'

/** What one probe brought: counted in the coverage. */
export interface ProbeResult {
  total: number
  repositories: number
  /** More results than the 1,000 that GitHub shows. */
  cutOff: boolean
  /** GitHub said that it did not search everything. */
  incomplete: boolean
}

/**
 * Sends one probe, page by page. A hit carries only a repository and a path: it makes a candidate, and everything
 * else is judged by comparing.
 */
export async function takeProbeStep(context: ScanContext, step: ScanStep): Promise<void> {
  const items: CodeHit[] = []
  let result: ProbeResult = { total: 0, repositories: 0, cutOff: false, incomplete: false }
  for (let page = 1; ; page++) {
    const answer = await context.github.searchCode({ query: step.key, page })
    if (answer.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, answer)
      return
    }
    if (answer.outcome === 'not-found') break
    const { totalCount, incompleteResults, cutOff, items: found, hasMore } = answer.value
    items.push(...found)
    result = {
      ...result,
      total: totalCount,
      cutOff: result.cutOff || cutOff,
      incomplete: result.incomplete || incompleteResults,
    }
    if (!hasMore) break
  }
  const repositories = new Map(items.map((item) => [item.repositoryId, item]))
  result = { ...result, repositories: repositories.size }
  await context.db.tx(async (tx) => {
    await saveRepositories(
      tx,
      [...repositories.values()].map(({ repositoryId: id, owner, name, fork }) => ({
        id,
        owner,
        name,
        fork,
      })),
      context.clock(),
    )
    await addSteps(
      tx,
      context.scan.id,
      [...repositories.keys()].map((id) => ({
        kind: 'repository' as const,
        key: String(id),
        position: step.position,
      })),
    )
    await updateStep(tx, step.id, { status: 'done', reason: null, retryAt: null, result })
    await appendEvent(tx, {
      actor: context.actor,
      kind: 'probe.sent',
      subject: `scan:${context.scan.id}`,
      data: { query: step.key, ...result },
    })
  })
}
