import { formatNumber } from '../../render/pages/format.ts'
import type { ScanSummary } from '../../render/pages/scan-summary.ts'
import type { LatestScan } from '../../tasks/scan/show-latest-scan.ts'
import { links } from './links.ts'
import { describeCoverage } from './scan-coverage.ts'

/** The latest scan of a work: how it stands, what is new, what it looked at. */
export function summarizeScan(slug: string, latest: LatestScan | null): ScanSummary | null {
  if (latest === null) return null
  const { scan } = latest
  const coverage = describeCoverage(latest)
  return {
    id: scan.id,
    href: links.scan(slug, scan.id),
    status:
      scan.status === 'complete'
        ? { text: 'complete', tone: 'green' }
        : { text: scan.paused === null ? 'incomplete' : 'paused', tone: 'amber' },
    startedAt: latest.startedAt,
    finishedAt: latest.finishedAt,
    reasons: scan.reasons,
    coverage: {
      ...coverage,
      rows: [
        ...(latest.newCopies.length > 0
          ? [{ name: 'New in this scan', value: nameSome(latest.newCopies) }]
          : []),
        ...coverage.rows,
      ],
    },
  }
}

const NAMED = 10

function nameSome(copies: LatestScan['newCopies']): string {
  const names = copies.slice(0, NAMED).map(({ repository }) => repository)
  const more = copies.length - names.length
  return `${formatNumber(copies.length)}: ${names.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
}
