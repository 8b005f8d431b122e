import type { MatchedRange } from './types.ts'

/** Runs this many lines apart are one passage: what lies between is an edit, not a gap. */
const GAP = 3

/** Merges ranges that continue each other on both sides; ordered by the candidate's lines. */
export function mergeRanges(ranges: readonly MatchedRange[]): MatchedRange[] {
  const sorted = [...ranges].sort(
    (a, b) =>
      a.candidate[0] - b.candidate[0] || a.original[0] - b.original[0] || b.candidate[1] - a.candidate[1],
  )
  const merged: MatchedRange[] = []
  for (const range of sorted) {
    const into = merged.findLast((other) => continues(other, range))
    if (!into) {
      merged.push({ candidate: [...range.candidate], original: [...range.original] })
      continue
    }
    into.candidate[1] = Math.max(into.candidate[1], range.candidate[1])
    into.original[0] = Math.min(into.original[0], range.original[0])
    into.original[1] = Math.max(into.original[1], range.original[1])
  }
  return merged
}

function continues(earlier: MatchedRange, later: MatchedRange): boolean {
  return (
    later.candidate[0] <= earlier.candidate[1] + GAP + 1 &&
    later.original[0] <= earlier.original[1] + GAP + 1 &&
    later.original[1] >= earlier.original[0] - GAP - 1
  )
}
