import { WHOLE_BITS } from './decide-file.ts'
import type { CandidateTokens, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import type { Marks } from './marks.ts'
import { measureRuns, type Claim, type Measured } from './measure-runs.ts'
import { noLists, type Lists, type ReadLists } from './read-lists.ts'
import type { WorkIndex } from './work-index.ts'

/** Measures what the runs of one original show. Whether names stand in a list is asked only where they decide. */
export function measureOriginal(
  index: WorkIndex,
  original: number,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
  covered: Marks,
  mayClaim: Claim,
  readLists: ReadLists,
): Measured {
  const measure = (lists: Lists) =>
    measureRuns(index, original, runs, streams, candidate, covered, mayClaim, lists)
  const measured = measure(noLists)
  if (measured.bits < WHOLE_BITS) return measured
  const lists = readLists(runs)
  return lists.listed.size + lists.inRows.size > 0 ? measure(lists) : measured
}
