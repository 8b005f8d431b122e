import { formatCount, formatNumber } from '../../render/pages/format.ts'
import type { ScanSummary } from '../../render/pages/scan-summary.ts'
import type { LatestScan } from '../../tasks/scan/show-latest-scan.ts'

/** The coverage of a scan as a person reads it: first what was looked at, then what was not. */
export function summarizeScan(latest: LatestScan | null): ScanSummary | null {
  if (latest === null) return null
  const { scan, coverage, requests } = latest
  const { probes, repositories } = coverage
  return {
    id: scan.id,
    status:
      scan.status === 'complete'
        ? { text: 'complete', tone: 'green' }
        : { text: 'incomplete', tone: 'amber' },
    startedAt: latest.startedAt,
    finishedAt: latest.finishedAt,
    reasons: scan.reasons,
    rows: [
      ...(latest.newCopies.length > 0
        ? [{ name: 'New in this scan', value: nameSome(latest.newCopies) }]
        : []),
      {
        name: 'Probes',
        value: `${formatNumber(probes.sent)} of ${formatNumber(probes.planned)} sent${cuts(probes)}`,
      },
      {
        name: 'Repositories',
        value: `${formatNumber(repositories.examined)} of ${formatCount(repositories.candidates, 'candidate', 'candidates')} examined`,
      },
      { name: 'Could not tell', value: formatCount(repositories.couldNotTell, 'repository', 'repositories') },
      {
        name: 'Official or untouched',
        value: `${formatNumber(repositories.official)} official, ${formatNumber(repositories.untouched)} untouched forks`,
      },
      { name: 'No longer there', value: formatCount(repositories.unavailable, 'repository', 'repositories') },
      {
        name: 'Requests',
        value: `${formatNumber(requests.core)} core, ${formatNumber(requests.graphql)} GraphQL, ${formatNumber(requests.code_search)} code search, ${formatNumber(requests.search)} search; ${formatNumber(requests.notModified)} of them free (304)`,
      },
    ],
    networks: coverage.networks,
  }
}

function cuts({ cutOff, incomplete }: LatestScan['coverage']['probes']): string {
  const words = [
    ...(cutOff > 0 ? [`${formatNumber(cutOff)} cut off at 1,000 results`] : []),
    ...(incomplete > 0 ? [`${formatNumber(incomplete)} answered incompletely`] : []),
  ]
  return words.length === 0 ? '' : `, ${words.join(', ')}`
}

const NAMED = 10

function nameSome(copies: LatestScan['newCopies']): string {
  const names = copies.slice(0, NAMED).map(({ repository }) => repository)
  const more = copies.length - names.length
  return `${formatNumber(copies.length)}: ${names.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
}
