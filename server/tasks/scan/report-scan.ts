import type { Queryable } from '../../../db/database.ts'
import { countRequests } from '../../../db/queries/requests.ts'
import {
  countOutcomes,
  countSteps,
  countUnanswered,
  listSteps,
  type Scan,
} from '../../../db/queries/scans.ts'
import type { ScanOptions } from './plan-scan.ts'
import type { RepositoryResult } from './repository-result.ts'
import type { NetworkResult } from './network-result.ts'
import type { ProbeResult } from './take-probe-step.ts'
import type { TreeResult } from './take-tree-step.ts'

/** What one scan looked at, what it did not, and why. */
export interface ScanReport {
  scan: { id: number; status: 'complete' | 'incomplete'; reasons: string[] }
  coverage: {
    /** `exact`: hits whose blob id alone shows an exact copy. `split`: asked again in halves. */
    probes: {
      planned: number
      sent: number
      exact: number
      split: number
      cutOff: number
      incomplete: number
    }
    /** Root trees of copies, searched for among the commits of repositories outside the network. */
    trees: { planned: number; sent: number; cutOff: number; incomplete: number }
    networks: {
      root: string
      listed: number
      examined: number
      official: boolean
      untouched: number
      unchanged: number
    }[]
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

type Outcomes = Awaited<ReturnType<typeof countOutcomes>>
type Outcome = RepositoryResult['outcome']

const looked: readonly Outcome[] = ['strong', 'weak', 'none', 'untouched', 'official']

/** Reads the report off the scan's steps: it is right at any moment, also after a kill. */
export async function reportScan(db: Queryable, scan: Scan): Promise<ScanReport> {
  const unanswered = await countUnanswered(db, scan.id)
  const outcomes = await countOutcomes(db, scan.id)
  const probes = await listSteps(db, scan.id, 'probe')
  const trees = await listSteps(db, scan.id, 'tree')
  const searched = trees.filter((step) => step.status === 'done').map((step) => step.result as TreeResult)
  const networks = await listSteps(db, scan.id, 'network')
  const officials = await countSteps(db, scan.id, 'official')
  const sent = probes.filter((step) => step.status === 'done').map((step) => step.result as ProbeResult)
  const open = unanswered.filter(({ kind }) => kind === 'repository').reduce((sum, { n }) => sum + n, 0)
  const { unusableTips } = scan.options as ScanOptions
  return {
    scan: {
      id: scan.id,
      status: unanswered.length === 0 ? 'complete' : 'incomplete',
      reasons: [
        ...unanswered.map(describeUnanswered),
        ...unusableTips.map((tip) => `tip "${tip}" names no repository`),
      ],
    },
    coverage: {
      probes: {
        planned: probes.length,
        sent: sent.length,
        exact: sent.reduce((sum, result) => sum + result.exact, 0),
        split: sent.filter((result) => result.split).length,
        cutOff: sent.filter((result) => result.cutOff).length,
        incomplete: sent.filter((result) => result.incomplete).length,
      },
      trees: {
        planned: trees.length,
        sent: searched.length,
        cutOff: searched.filter((result) => result.cutOff).length,
        incomplete: searched.filter((result) => result.incomplete).length,
      },
      networks: networks
        .filter((step) => step.result !== null)
        .map((step) => describeNetwork(step.result as NetworkResult, outcomes)),
      repositories: {
        candidates: outcomes.reduce((sum, { n }) => sum + n, 0) + open,
        examined: countOf(outcomes, looked),
        official: countOf(outcomes, ['official']) + officials.done,
        untouched: countOf(outcomes, ['untouched']),
        unavailable: countOf(outcomes, ['disabled', 'blocked', 'gone']),
        couldNotTell: open,
      },
    },
    requests: await countRequests(db, scan.id),
    matches: {
      strong: countOf(outcomes, ['strong']),
      weak: countOf(outcomes, ['weak']),
      none: countOf(outcomes, ['none', 'untouched']),
    },
  }
}

function countOf(outcomes: Outcomes, words: readonly Outcome[]): number {
  return outcomes
    .filter(({ outcome }) => words.includes(outcome as Outcome))
    .reduce((sum, { n }) => sum + n, 0)
}

function describeNetwork({ root, rootId, official, listed, unchanged }: NetworkResult, outcomes: Outcomes) {
  const members = outcomes.filter(({ networkRootId }) => networkRootId === String(rootId))
  return {
    root,
    listed,
    examined: countOf(members, looked) + (official ? 1 : 0),
    official,
    untouched: countOf(members, ['untouched']),
    unchanged,
  }
}

function describeUnanswered({ kind, reason, n, key }: Awaited<ReturnType<typeof countUnanswered>>[number]) {
  const why = reason ?? 'not looked at yet'
  return n === 1 ? `${kind} ${key ?? ''}: ${why}` : `${n} steps (${kind}): ${why}`
}
