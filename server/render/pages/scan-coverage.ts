/** What a scan looked at, and what it did not. */
export interface ScanCoverage {
  rows: { name: string; value: string }[]
  networks: {
    root: string
    listed: number
    examined: number
    untouched: number
    unchanged: number
    official: boolean
  }[]
  /** Probes with more results than GitHub shows. */
  cuts: { query: string; total: number; then: string }[]
  /** Places beside the repositories' own files that a person may look at. */
  leads: { repository: string; what: string; href: string | null; url: string }[]
  leadsMore: number
  /** What no search shows, whatever is asked; empty where nothing was searched. */
  unseen: readonly string[]
}
