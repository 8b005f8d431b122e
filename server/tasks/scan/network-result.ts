import type { ForkCheckpoint } from '../../github/fork-walk.ts'
import type { PushedCheckpoint } from '../../github/list-pushed-forks.ts'

/** Where listing a network has come to; kept after each page, so that a killed scan asks for no page again. */
export interface NetworkResult {
  root: string
  rootId: number
  official: boolean
  listed: number
  /** Of these, as an earlier scan listed them: nothing was pushed since. */
  unchanged: number
  /** Forks in the listing of which GitHub told nothing. */
  unreadable: number
  /** Where the listing goes on, and at its end the lists that were read, for the next scan to go on with. */
  checkpoint: ForkCheckpoint | null
  /** When the listing began: whatever was pushed later may be missing from it. */
  begunAt: string
  /** When it was last listed from end to end. */
  fullyListedAt: string
  /** Repositories in the network besides the root, as GitHub counted them when the listing began. */
  networkCount: number | null
  /** Null when the network is listed from end to end. */
  catchUp: CatchUp | null
}

/** Only what changed since an earlier scan is listed. */
export interface CatchUp {
  earlierScanId: number
  earlierCount: number | null
  since: string
  pushed: PushedCheckpoint
}
