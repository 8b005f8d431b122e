import type { ProbeOutlook } from '../../core/probe/probe-outlook.ts'
import type { Split } from '../../core/probe/split-query.ts'
import type { Lead } from './take-lead-steps.ts'

/** What one scan looked at, what it did not, and why. */
export interface ScanReport {
  scan: {
    id: number
    status: 'complete' | 'incomplete'
    reasons: string[]
    /** Who paused it; null: it is not. */
    paused: { by: string; at: string } | null
  }
  coverage: {
    /** How much of the work code search can find at all; null for scans of an earlier version. */
    originals: ProbeOutlook['coverage'] | null
    /** What no search shows, whatever is asked. */
    unseen: readonly string[]
    /**
     * `exact`: hits whose blob id alone shows an exact copy. `split`: asked again in parts. `askedAgain`: pages that
     * were incomplete the first time. `cuts`: each probe with more than 1,000 results.
     */
    probes: {
      planned: number
      sent: number
      exact: number
      split: number
      cutOff: number
      incomplete: number
      askedAgain: number
      cuts: { query: string; total: number; splitBy: Split['by'] | null }[]
    }
    /** What tips and published notices named; lines of other text are counted. */
    named: {
      repositories: number
      gists: number
      commits: number
      owners: number
      notices: number
      unusable: number
      proseLines: number
    }
    /** Gists that were named: `copies` hold something of the work. */
    gists: { named: number; examined: number; copies: number; unavailable: number }
    /** Repositories that are called or described like the work. */
    names: SearchCoverage
    /** Root trees of the work and of copies, and commits that tips name, searched for among all repositories. */
    trees: SearchCoverage
    commits: SearchCoverage
    /** Owners of copies, whose other repositories were looked at. */
    owners: { planned: number; asked: number; leftOut: number; candidates: number }
    /** Places beside the candidates' own files that nobody looked into: archives in releases, submodules of copies. */
    leads: Lead[]
    networks: {
      root: string
      listed: number
      examined: number
      official: boolean
      untouched: number
      unchanged: number
    }[]
    repositories: {
      candidates: number
      examined: number
      official: number
      untouched: number
      /** Disabled, blocked or gone when it was looked at. */
      unavailable: number
      couldNotTell: number
    }
  }
  requests: {
    core: number
    graphql: number
    search: number
    code_search: number
    notModified: number
    /** Of all kinds together; null when nothing became a candidate. */
    perCandidate: number | null
  }
  matches: { strong: number; weak: number; none: number }
}

/** `found`: repositories that became candidates, one that several searches showed counted by each. */
export interface SearchCoverage {
  planned: number
  sent: number
  /** Beyond what one scan asks for. */
  leftOut: number
  found: number
  cutOff: number
  incomplete: number
}
