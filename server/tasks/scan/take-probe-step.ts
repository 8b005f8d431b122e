import { appendEvent } from '../../../db/events/append-event.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { matchBlobId } from '../../core/match/match-blob-id.ts'
import type { CodeHit } from '../../github/search-code.ts'
import { keepCandidates } from './keep-candidates.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import type { ScanContext } from './scan-context.ts'
import { splitProbe } from './split-probe.ts'

/** What one probe brought: counted in the coverage. */
export interface ProbeResult {
  total: number
  repositories: number
  /** Hits whose blob id is an original's: exact copies, known without reading them. */
  exact: number
  /** More results than the 1,000 that GitHub shows, and no halves left to ask for. */
  cutOff: boolean
  /** There were more than 1,000 results; two probes for smaller and larger files were planned in its place. */
  split: boolean
  /** GitHub said that it did not search everything. */
  incomplete: boolean
}

/** Sends one probe, page by page; one with more results than GitHub shows is asked again in halves. */
export async function takeProbeStep(context: ScanContext, step: ScanStep): Promise<void> {
  const items: CodeHit[] = []
  let halves: readonly string[] | null = null
  let answered = { total: 0, cutOff: false, incomplete: false }
  for (let page = 1; ; page++) {
    const answer = await context.github.searchCode({ query: step.key, page })
    if (answer.outcome === 'could-not-tell') {
      await keepUnanswered(context, step, answer)
      return
    }
    if (answer.outcome === 'not-found') break
    const { totalCount, incompleteResults, cutOff, items: found, hasMore } = answer.value
    items.push(...found)
    answered = {
      total: totalCount,
      cutOff: answered.cutOff || cutOff,
      incomplete: answered.incomplete || incompleteResults,
    }
    if (cutOff) halves = splitProbe(step.key)
    if (!hasMore || halves !== null) break
  }
  const isExact = ({ blob }: CodeHit) => matchBlobId(context.index, blob)?.strength === 'strong'
  const exact = items.filter(isExact)
  // Exact copies are looked at first.
  const repositories = new Map([...exact, ...items].map((item) => [item.repositoryId, item]))
  const result: ProbeResult = {
    ...answered,
    repositories: repositories.size,
    exact: exact.length,
    cutOff: answered.cutOff && halves === null,
    split: halves !== null,
  }
  await context.db.tx(async (tx) => {
    await keepCandidates(context, tx, [...repositories.values()], step.position)
    await addSteps(
      tx,
      context.scan.id,
      (halves ?? []).map((key) => ({ kind: 'probe' as const, key, position: step.position })),
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
