import type { Queryable } from '../../../db/database.ts'
import { countRequests } from '../../../db/queries/requests.ts'
import {
  countOutcomes,
  countUnanswered,
  listOfficialCandidates,
  listSteps,
  type Scan,
  type ScanStep,
} from '../../../db/queries/scans.ts'
import { unseen, type ProbeOutlook } from '../../core/probe/probe-outlook.ts'
import { isLeftOut } from './plan-further.ts'
import type { ScanOptions } from './plan-scan.ts'
import type { ScanReport, SearchCoverage } from './scan-report.ts'
import type { RepositoryResult } from './repository-result.ts'
import type { NetworkResult } from './network-result.ts'
import type { GistResult } from './take-gist-step.ts'
import type { LeadResult } from './take-lead-steps.ts'
import type { OfficialResult } from './take-official-step.ts'
import type { OwnerResult } from './take-owner-steps.ts'
import type { ProbeResult } from './take-probe-step.ts'
import type { SearchResult } from './take-search-step.ts'

type Outcomes = Awaited<ReturnType<typeof countOutcomes>>
type Outcome = RepositoryResult['outcome']

const looked: readonly Outcome[] = ['strong', 'weak', 'none', 'untouched', 'official']

/** Reads the report off the scan's steps: it is right at any moment, also after a kill. */
export async function reportScan(db: Queryable, scan: Scan): Promise<ScanReport> {
  const unanswered = await countUnanswered(db, scan.id)
  const outcomes = await countOutcomes(db, scan.id)
  const probes = await listSteps(db, scan.id, 'probe')
  const recall = await listSteps(db, scan.id, 'recall')
  const owners = await listSteps(db, scan.id, 'owner')
  const listed = owners.filter((step) => step.status === 'done' && !isLeftOut(step.result))
  const asked = listed.map((step) => step.result as OwnerResult)
  const networks = await listSteps(db, scan.id, 'network')
  const officials = (await listSteps(db, scan.id, 'official')).filter(({ status }) => status === 'done')
  const alsoFound = await listOfficialCandidates(db, scan.id)
  const answered = probes.filter((step) => step.status === 'done')
  const sent = answered.map((step) => step.result as ProbeResult)
  const open = unanswered.filter(({ kind }) => kind === 'repository').reduce((sum, { n }) => sum + n, 0)
  const candidates = outcomes.reduce((sum, { n }) => sum + n, 0) + open
  const requests = await countRequests(db, scan.id)
  const { named } = scan.options as Partial<ScanOptions>
  const status = unanswered.length === 0 ? 'complete' : 'incomplete'
  const paused = status === 'complete' ? null : describePause(scan)
  return {
    scan: {
      id: scan.id,
      status,
      paused,
      reasons: [
        ...(paused === null ? [] : [`paused by ${paused.by} at ${paused.at}`]),
        ...unanswered.map(describeUnanswered),
        ...officials.flatMap(({ key, result }) => describeAbsent(key, result as OfficialResult)),
        ...(named?.unusable ?? []).map((tip) => `tip "${tip}" names nothing that can be looked at`),
      ],
    },
    coverage: {
      originals: (recall[0]?.result as ProbeOutlook['coverage'] | undefined) ?? null,
      unseen,
      probes: {
        planned: probes.length,
        sent: sent.length,
        exact: sent.reduce((sum, result) => sum + result.exact, 0),
        split: sent.filter((result) => result.split !== null).length,
        cutOff: sent.filter((result) => result.cutOff).length,
        incomplete: sent.filter((result) => result.incomplete).length,
        askedAgain: sent.reduce((sum, result) => sum + result.askedAgain, 0),
        cuts: answered.flatMap(({ key, result }) => {
          const { total, split, cutOff } = result as ProbeResult
          return split !== null || cutOff ? [{ query: key, total, splitBy: split }] : []
        }),
      },
      named: {
        repositories: named?.repositories.length ?? 0,
        gists: named?.gists.length ?? 0,
        commits: named?.commits.length ?? 0,
        owners: named?.owners.length ?? 0,
        notices: named?.notices ?? 0,
        unusable: named?.unusable.length ?? 0,
        proseLines: named?.proseLines ?? 0,
      },
      gists: describeGists(await listSteps(db, scan.id, 'gist')),
      names: describeSearches(await listSteps(db, scan.id, 'name')),
      trees: describeSearches(await listSteps(db, scan.id, 'tree')),
      commits: describeSearches(await listSteps(db, scan.id, 'commit')),
      owners: {
        planned: owners.length,
        asked: asked.length,
        leftOut: owners.filter(({ result }) => isLeftOut(result)).length,
        candidates: asked.reduce((sum, { candidates }) => sum + candidates, 0),
      },
      leads: (await listSteps(db, scan.id, 'lead'))
        .filter(({ status }) => status === 'done')
        .flatMap(({ result }) => (result as LeadResult).leads),
      networks: networks
        .filter((step) => step.result !== null)
        .map((step) => describeNetwork(step.result as NetworkResult, outcomes, alsoFound)),
      repositories: {
        candidates,
        examined: countOf(outcomes, looked),
        official: countOfficial(officials, alsoFound),
        untouched: countOf(outcomes, ['untouched']),
        unavailable: countOf(outcomes, ['disabled', 'blocked', 'gone']),
        couldNotTell: open,
      },
    },
    requests: { ...requests, perCandidate: share(requests, candidates) },
    matches: {
      strong: countOf(outcomes, ['strong']),
      weak: countOf(outcomes, ['weak']),
      none: countOf(outcomes, ['none', 'untouched']),
    },
  }
}

function describePause({ pausedAt, pausedBy }: Scan): ScanReport['scan']['paused'] {
  return pausedAt === null ? null : { by: pausedBy ?? 'somebody', at: pausedAt.toISOString() }
}

function share(
  { core, graphql, search, code_search: codeSearch }: Awaited<ReturnType<typeof countRequests>>,
  candidates: number,
): number | null {
  const all = core + graphql + search + codeSearch
  return candidates === 0 ? null : Math.round((all / candidates) * 100) / 100
}

function describeGists(steps: readonly ScanStep[]): ScanReport['coverage']['gists'] {
  const outcomes = steps
    .filter(({ status }) => status === 'done')
    .map(({ result }) => (result as GistResult).outcome)
  const count = (...words: GistResult['outcome'][]) => outcomes.filter((one) => words.includes(one)).length
  return {
    named: steps.length,
    examined: count('strong', 'weak', 'none', 'official'),
    copies: count('strong', 'weak'),
    unavailable: count('disabled', 'blocked', 'gone'),
  }
}

function describeSearches(steps: readonly ScanStep[]): SearchCoverage {
  const done = steps.filter(({ status }) => status === 'done')
  const results = done.filter(({ result }) => !isLeftOut(result)).map(({ result }) => result as SearchResult)
  return {
    planned: steps.length,
    sent: results.length,
    leftOut: done.length - results.length,
    found: results.reduce((sum, { repositories }) => sum + repositories, 0),
    cutOff: results.filter(({ cutOff }) => cutOff).length,
    incomplete: results.filter(({ incomplete }) => incomplete).length,
  }
}

function countOf(outcomes: Outcomes, words: readonly Outcome[]): number {
  return outcomes
    .filter(({ outcome }) => words.includes(outcome as Outcome))
    .reduce((sum, { n }) => sum + n, 0)
}

/** Those that were read first and those that came up in the search: most are both. */
function countOfficial(
  read: readonly ScanStep[],
  found: Awaited<ReturnType<typeof listOfficialCandidates>>,
): number {
  const names = [...read.map(({ key }) => key), ...found.map(({ owner, name }) => `${owner}/${name}`)]
  return new Set(names.map((name) => name.toLowerCase())).size
}

function describeNetwork(
  { root, rootId, official, listed, unchanged }: NetworkResult,
  outcomes: Outcomes,
  officialCandidates: readonly { id: number }[],
) {
  const isCounted = officialCandidates.some(({ id }) => id === rootId)
  const members = outcomes.filter(({ networkRootId }) => networkRootId === String(rootId))
  return {
    root,
    listed,
    examined: countOf(members, looked) + (official && !isCounted ? 1 : 0),
    official,
    untouched: countOf(members, ['untouched']),
    unchanged,
  }
}

/** Told, though the scan is complete: what a repository published that nobody can read any more is not known for sure. */
function describeAbsent(name: string, { absent }: OfficialResult): string[] {
  if (absent === undefined) return []
  return [
    absent.lastRead === null
      ? `official ${name} is ${absent.outcome} and was never read: what it may have published is not taken out of the claim; add it as a baseline if it was public`
      : `official ${name} is ${absent.outcome}: what it published when it was last read, ${absent.lastRead}, still counts as public`,
  ]
}

function describeUnanswered({ kind, reason, n, key }: Awaited<ReturnType<typeof countUnanswered>>[number]) {
  const why = reason ?? 'not looked at yet'
  return n === 1 ? `${kind} ${key ?? ''}: ${why}` : `${n} steps (${kind}): ${why}`
}
