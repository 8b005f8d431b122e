import { appendEvent } from '../../../db/events/append-event.ts'
import { addSteps, updateStep, type ScanStep } from '../../../db/queries/scans.ts'
import { matchBlobId } from '../../core/match/match-blob-id.ts'
import { splitQuery, type Split } from '../../core/probe/split-query.ts'
import type { CodeHit } from '../../github/search-code.ts'
import { keepCandidates } from './keep-candidates.ts'
import { keepUnanswered } from './keep-unanswered.ts'
import { readSearch } from './read-search.ts'
import type { ScanContext } from './scan-context.ts'

/** What one probe brought: counted in the coverage. */
export interface ProbeResult {
  total: number
  repositories: number
  /** Hits whose blob id is an original's: exact copies, known without reading them. */
  exact: number
  /** More results than the 1,000 that GitHub shows, and no parts left to ask for. */
  cutOff: boolean
  /** There were more than 1,000 results; probes for parts of them were planned in its place. */
  split: Split['by'] | null
  /** GitHub said that it did not search everything, each time that it was asked. */
  incomplete: boolean
  /** Pages that were asked for again because they were incomplete. */
  askedAgain: number
}

/** Sends one probe, page by page; one with more results than GitHub shows is asked again in parts. */
export async function takeProbeStep(context: ScanContext, step: ScanStep): Promise<void> {
  const searched = await readSearch(
    (page) => context.github.searchCode({ query: step.key, page }),
    (page) => !page.cutOff || splitQuery(step.key, page.items) === null,
  )
  if (searched.outcome === 'could-not-tell') {
    await keepUnanswered(context, step, searched)
    return
  }
  const { items, total, cutOff, incomplete, askedAgain } = searched
  const split = cutOff ? splitQuery(step.key, items) : null
  const isExact = ({ blob }: CodeHit) => matchBlobId(context.index, blob)?.strength === 'strong'
  const exact = new Set(items.filter(isExact))
  // Exact copies are looked at first.
  const repositories = new Map([...exact, ...items].map((item) => [item.repositoryId, item]))
  const result: ProbeResult = {
    total,
    repositories: repositories.size,
    exact: new Set([...exact].map(({ repositoryId, path }) => `${repositoryId} ${path}`)).size,
    cutOff: cutOff && split === null,
    split: split?.by ?? null,
    incomplete,
    askedAgain,
  }
  await context.db.tx(async (tx) => {
    await keepCandidates(context, tx, [...repositories.values()], step.position)
    await addSteps(
      tx,
      context.scan.id,
      (split?.parts ?? []).map((key) => ({ kind: 'probe' as const, key, position: step.position })),
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
