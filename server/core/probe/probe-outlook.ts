import { asSent } from './as-sent.ts'
import { withTitle, type NameProbe } from './plan-names.ts'
import type { Probe, ProbePlan } from './plan-probes.ts'

/** What so many probes of a plan can find, and what no search can. */
export interface ProbeOutlook {
  /** As they are sent. */
  probes: Probe[]
  /** Searches for repositories by what they are called. */
  names: NameProbe[]
  /** Claimed originals that no code search can find, with the reason. */
  notSearchable: ProbePlan['notSearchable']
  coverage: {
    /** Claimed originals. */
    originals: number
    /** Those that a code search can find at all. */
    searchable: number
    /** Those that these probes would find in an unchanged copy. */
    covered: number
    /** Those that no code search can find, by reason. */
    notSearchable: { reason: string; originals: number }[]
  }
  /** What no search shows, whatever is asked. */
  unseen: readonly string[]
}

/** Source: docs.github.com, "Searching code (legacy)" and "Searching in forks". */
export const unseen: readonly string[] = [
  'branches and tags other than the default branch',
  'files of 384 KB or more',
  'archived repositories, and such without activity for a year (code search)',
  'forks without a push of their own, or with no more stars than their parent',
  'private repositories, and gists',
  'tags that point at a file or a folder in place of a commit',
]

/** The beginning of a plan, as long as told; without probes nothing is searched. */
export function lookOut(title: string, plan: ProbePlan, limit: number): ProbeOutlook {
  const { probes, names = [], coverage, notSearchable } = plan
  const chosen = probes.slice(0, limit)
  const reasons = new Map<string, number>()
  for (const { reason } of notSearchable) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return {
    probes: chosen.map((probe) => ({ ...probe, query: asSent(probe.query) })),
    names: limit === 0 ? [] : withTitle(title, names),
    notSearchable,
    coverage: {
      originals: coverage.originals,
      searchable: coverage.searchable,
      covered: chosen.at(-1)?.coveredSoFar ?? 0,
      notSearchable: [...reasons]
        .map(([reason, originals]) => ({ reason, originals }))
        .sort((a, b) => b.originals - a.originals),
    },
    unseen,
  }
}
