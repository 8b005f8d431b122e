import type { Bucket } from './budget.ts'

/** One request that left this machine, for the log of what was asked of GitHub and what it cost. */
export interface LedgerEntry {
  /** `search code`, `list forks`, … */
  purpose: string
  bucket: Bucket
  method: 'GET' | 'POST'
  /** With its query: a code search shows here exactly what was asked. */
  path: string
  /** Null when no answer came. */
  status: number | null
  notModified: boolean
  /** What it took from its bucket. */
  cost: number
  at: Date
}

export type Ledger = (entry: LedgerEntry) => void
