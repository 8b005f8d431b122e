import { formatCount, formatNumber } from '../../render/pages/format.ts'
import type { ScanCoverage } from '../../render/pages/scan-coverage.ts'
import type { ScanReport, SearchCoverage } from '../../tasks/scan/scan-report.ts'
import { outsideLink } from './links.ts'

type Coverage = ScanReport['coverage']
type Row = ScanCoverage['rows'][number]

const mostLeads = 25

/** The coverage of a scan as a person reads it: first what was looked at, then what was not. */
export function describeCoverage({
  coverage,
  requests,
}: Pick<ScanReport, 'coverage' | 'requests'>): ScanCoverage {
  const { probes, repositories, names, trees, commits, leads } = coverage
  return {
    rows: [
      { name: 'Probes', value: describeProbes(probes) },
      ...describeRecall(coverage),
      ...describeNamed(coverage),
      ...describeSearch('Names and descriptions', names),
      ...describeSearch('Root trees', trees),
      ...describeSearch('Commits that tips name', commits),
      ...describeOwners(coverage),
      {
        name: 'Repositories',
        value: `${formatNumber(repositories.examined)} of ${formatCount(repositories.candidates, 'candidate', 'candidates')} examined`,
      },
      {
        name: 'Could not tell, or not yet',
        value: formatCount(repositories.couldNotTell, 'repository', 'repositories'),
      },
      {
        name: 'Official or untouched',
        value: `${formatNumber(repositories.official)} official, ${formatNumber(repositories.untouched)} untouched forks`,
      },
      { name: 'No longer there', value: formatCount(repositories.unavailable, 'repository', 'repositories') },
      { name: 'Requests', value: describeRequests(requests) },
    ],
    networks: coverage.networks,
    cuts: probes.cuts.map(({ query, total, splitBy }) => ({
      query,
      total,
      then: splitBy === null ? 'cut off at 1,000' : `asked again by ${splitBy}`,
    })),
    leads: leads.slice(0, mostLeads).map(({ repository, kind, what, url }) => ({
      repository,
      what:
        kind === 'submodule'
          ? `has the copy ${what} as a submodule`
          : `offers ${what}, which was not looked into`,
      href: outsideLink(url),
      url,
    })),
    leadsMore: Math.max(0, leads.length - mostLeads),
    unseen: probes.planned === 0 ? [] : coverage.unseen,
  }
}

function describeProbes({ sent, planned, exact, cutOff, split, incomplete }: Coverage['probes']): string {
  return join([
    `${formatNumber(sent)} of ${formatNumber(planned)} sent`,
    ...some(exact, (n) => `${n} of the results exact copies by their blob alone`),
    ...some(split, (n) => `${n} asked again in parts`),
    ...some(cutOff, (n) => `${n} cut off at 1,000 results`),
    ...some(incomplete, (n) => `${n} answered incompletely`),
  ])
}

function describeRecall({ originals, probes }: Coverage): Row[] {
  if (originals === null || probes.planned === 0) return []
  return [
    {
      name: 'What code search can find',
      value: `${formatNumber(originals.searchable)} of ${formatCount(originals.originals, 'original', 'originals')}; these probes cover ${formatNumber(originals.covered)}`,
    },
    ...originals.notSearchable.map(({ reason, originals: n }) => ({
      name: 'What it cannot',
      value: `${formatCount(n, 'original', 'originals')}: ${reason}`,
    })),
  ]
}

function describeNamed({ named, gists }: Coverage): Row[] {
  const what = [
    ...some(named.repositories, (n) => `repositories: ${n}`),
    ...some(gists.named, (n) => `gists: ${n}`),
    ...some(named.commits, (n) => `commits: ${n}`),
    ...some(named.owners, (n) => `owners: ${n}`),
    ...some(named.proseLines, (n) => `lines of other text: ${n}`),
  ]
  return [
    ...(what.length === 0 ? [] : [{ name: 'Named by tips and notices', value: join(what) }]),
    ...(gists.named === 0
      ? []
      : [
          {
            name: 'Gists',
            value: `${formatNumber(gists.examined)} of ${formatNumber(gists.named)} examined, ${formatNumber(gists.copies)} with copies, ${formatNumber(gists.unavailable)} no longer there`,
          },
        ]),
  ]
}

function describeSearch(
  name: string,
  { planned, sent, leftOut, found, cutOff, incomplete }: SearchCoverage,
): Row[] {
  if (planned === 0) return []
  const value = join([
    `${formatNumber(sent)} of ${formatCount(planned, 'search', 'searches')}`,
    `${formatNumber(found)} found`,
    ...some(cutOff, (n) => `${n} with more results than were looked at`),
    ...some(leftOut, (n) => `${n} more than one scan asks for`),
    ...some(incomplete, (n) => `${n} answered incompletely`),
  ])
  return [{ name, value }]
}

function describeOwners({ owners }: Coverage): Row[] {
  if (owners.planned === 0) return []
  const value = join([
    `${formatNumber(owners.asked)} of ${formatNumber(owners.planned)} asked`,
    `${formatCount(owners.candidates, 'repository', 'repositories')} of theirs`,
    ...some(owners.leftOut, (n) => `${n} more than one scan asks for`),
  ])
  return [{ name: 'Owners of copies', value }]
}

function describeRequests(requests: ScanReport['requests']): string {
  const { core, graphql, code_search: codeSearch, search, notModified, perCandidate } = requests
  const each = perCandidate === null ? '' : `; ${perCandidate} for each candidate`
  return `${formatNumber(core)} REST, ${formatNumber(graphql)} GraphQL, ${formatNumber(codeSearch)} code search, ${formatNumber(search)} search; ${formatNumber(notModified)} of them free (304)${each}`
}

/** What did not happen need not be said. */
function some(n: number, tell: (n: string) => string): string[] {
  return n > 0 ? [tell(formatNumber(n))] : []
}

function join(parts: readonly string[]): string {
  return parts.join(', ')
}
