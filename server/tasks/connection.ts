import type { GitHub } from '../github/create-github.ts'

/** GitHub, with every request in the ledger. */
export interface Connection extends GitHub {
  /**
   * Requests are entered under this scan, those sent before it had its number too. One client goes on, with all that
   * it knows of its budgets.
   */
  enterUnder: (scanId: number) => void
  /** Who is told that nothing is sent for a while. */
  onWait: (listener: WaitListener) => void
  /** Requests that this connection sent, without those that were free. */
  spent: () => Spent
  /** Resolves when the ledger holds every request sent so far. */
  settled: () => Promise<void>
}

export type Spent = Record<'core' | 'graphql' | 'search' | 'code_search', number>

/** The budget that is waited for, and until when. */
export type WaitListener = (bucket: string, until: Date) => void

/**
 * Connects for one scan, or with null for what belongs to none. When the signal is given, the next request throws
 * ClawbackError STOPPED.
 */
export type Connect = (scanId: number | null, signal?: AbortSignal) => Promise<Connection>
