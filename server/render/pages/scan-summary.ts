import type { Badge } from './badge.ts'
import type { ScanCoverage } from './scan-coverage.ts'

/** How far the latest scan came, what it could not tell, and what it spent. */
export interface ScanSummary {
  id: number
  href: string
  status: Badge
  startedAt: string
  finishedAt: string | null
  reasons: string[]
  coverage: ScanCoverage
}
