import type { GitHub } from '../github/create-github.ts'

/** GitHub, with every request in the ledger. */
export interface Connection extends GitHub {
  /**
   * Requests are entered under this scan, those sent before it had its number too. One client goes on, with all that
   * it knows of its budgets.
   */
  enterUnder: (scanId: number) => void
  /** Resolves when the ledger holds every request sent so far. */
  settled: () => Promise<void>
}

/** Connects for one scan, or with null for what belongs to none. */
export type Connect = (scanId: number | null) => Promise<Connection>
