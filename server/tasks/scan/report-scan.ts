import type { Queryable } from '../../../db/database.ts'
import { countRequests } from '../../../db/queries/requests.ts'
import { listSteps, type Scan, type ScanStep } from '../../../db/queries/scans.ts'
import type { ScanOptions } from './plan-scan.ts'
import type { NetworkResult } from './take-network-step.ts'
import type { ProbeResult } from './take-probe-step.ts'
import type { RepositoryResult } from './take-repository-step.ts'

/** What one scan looked at, what it did not, and why. */
export interface ScanReport {
  scan: { id: number; status: 'complete' | 'incomplete'; reasons: string[] }
  coverage: {
    probes: { planned: number; sent: number; cutOff: number; incomplete: number }
    networks: { root: string; listed: number; examined: number; official: boolean; untouched: number }[]
    repositories: {
      candidates: number
      examined: number
      official: number
      untouched: number
      /** Disabled, blocked or gone when it was looked at. */
      unavailable: number
      couldNotTell: number
    }
  }
  requests: { core: number; graphql: number; search: number; code_search: number; notModified: number }
  matches: { strong: number; weak: number; none: number }
}

/** Reads the report off the scan's steps: it is right at any moment, also after a kill. */
export async function reportScan(db: Queryable, scan: Scan): Promise<ScanReport> {
  const official = await listSteps(db, scan.id, 'official')
  const probes = await listSteps(db, scan.id, 'probe')
  const networks = await listSteps(db, scan.id, 'network')
  const repositories = await listSteps(db, scan.id, 'repository')
  const unanswered = [...official, ...probes, ...networks, ...repositories].filter(
    (step) => step.status !== 'done',
  )
  const results = new Map<number, RepositoryResult>()
  for (const step of repositories) {
    if (step.status !== 'done') continue
    const result = step.result as RepositoryResult
    // One repository may have been asked for by name and listed by id.
    results.set(result.repositoryId ?? -step.id, result)
  }
  const examined = [...results.values()]
  const withOutcome = (...words: RepositoryResult['outcome'][]) =>
    examined.filter((r) => words.includes(r.outcome)).length
  const sent = probes.filter((step) => step.status === 'done').map((step) => step.result as ProbeResult)
  const options = scan.options as ScanOptions
  return {
    scan: {
      id: scan.id,
      status: unanswered.length === 0 ? 'complete' : 'incomplete',
      reasons: [
        ...summarize(unanswered),
        ...options.unusableTips.map((tip) => `tip "${tip}" names no repository`),
      ],
    },
    coverage: {
      probes: {
        planned: probes.length,
        sent: sent.length,
        cutOff: sent.filter((result) => result.cutOff).length,
        incomplete: sent.filter((result) => result.incomplete).length,
      },
      networks: networks
        .filter((step) => step.result !== null)
        .map((step) => describeNetwork(step, examined)),
      repositories: {
        candidates: results.size + repositories.filter((step) => step.status !== 'done').length,
        examined: withOutcome('strong', 'weak', 'none', 'untouched', 'official'),
        official: withOutcome('official') + official.filter((step) => step.status === 'done').length,
        untouched: withOutcome('untouched'),
        unavailable: withOutcome('disabled', 'blocked', 'gone'),
        couldNotTell: repositories.filter((step) => step.status !== 'done').length,
      },
    },
    requests: await countRequests(db, scan.id),
    matches: {
      strong: withOutcome('strong'),
      weak: withOutcome('weak'),
      none: withOutcome('none', 'untouched'),
    },
  }
}

function describeNetwork(step: ScanStep, examined: readonly RepositoryResult[]) {
  const { root, rootId, official, listed } = step.result as NetworkResult
  const members = examined.filter((result) => result.networkRootId === rootId)
  return {
    root,
    listed,
    examined:
      members.filter((r) => ['strong', 'weak', 'none', 'untouched', 'official'].includes(r.outcome)).length +
      (official ? 1 : 0),
    official,
    untouched: members.filter((r) => r.outcome === 'untouched').length,
  }
}

/** Each reason once, with how many steps it stands for. */
function summarize(unanswered: readonly ScanStep[]): string[] {
  const byReason = new Map<string, ScanStep[]>()
  for (const step of unanswered) {
    const reason = step.reason ?? 'not looked at yet'
    byReason.set(reason, [...(byReason.get(reason) ?? []), step])
  }
  return [...byReason].map(([reason, steps]) =>
    steps.length === 1 ? `${steps[0]!.kind} ${steps[0]!.key}: ${reason}` : `${steps.length} steps: ${reason}`,
  )
}
