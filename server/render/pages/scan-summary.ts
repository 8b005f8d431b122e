import type { Badge } from './badge.ts'

/** How far the latest scan came, what it could not tell, and what it spent. */
export interface ScanSummary {
  id: number
  status: Badge
  startedAt: string
  finishedAt: string | null
  reasons: string[]
  rows: { name: string; value: string }[]
  networks: { root: string; listed: number; examined: number; untouched: number; official: boolean }[]
}
