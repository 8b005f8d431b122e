import { WEAK_BITS } from './decide-file.ts'
import type { CandidateTokens, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import type { Marks } from './marks.ts'
import { measureRuns, type Claim, type Measured } from './measure-runs.ts'
import { isListing } from './table.ts'
import type { WorkIndex } from './work-index.ts'

const none: ReadonlySet<number> = new Set()

/** Measures what the runs of one original show. Whether names stand in a list is asked only where they decide. */
export function measureOriginal(
  index: WorkIndex,
  original: number,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
  covered: Marks,
  mayClaim: Claim,
): Measured {
  const measure = (listed: ReadonlySet<number>) =>
    measureRuns(index, original, runs, streams, candidate, covered, mayClaim, listed)
  const measured = measure(none)
  if (measured.bits < WEAK_BITS) return measured
  const listed = listedTokens(runs, streams)
  return listed.size > 0 ? measure(listed) : measured
}

/** The candidate's tokens that lie in a list, as any channel sees it. */
function listedTokens(runs: readonly Run[], streams: Streams): ReadonlySet<number> {
  const listed = new Set<number>()
  for (const run of runs) {
    const { symbol, token } = streams.candidate(run.channel)
    const end = run.candidate + run.length
    if (isListing(symbol, run.candidate, end))
      for (const at of token.subarray(run.candidate, end)) listed.add(at)
  }
  return listed
}
