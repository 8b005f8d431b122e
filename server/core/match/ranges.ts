import type { MatchedRange } from './types.ts'

/** Runs this many lines apart are one passage: what lies between is an edit, not a gap. */
const GAP = 3

/** Merges ranges that continue each other on both sides; ordered by the candidate's lines. */
export function mergeRanges(ranges: readonly MatchedRange[]): MatchedRange[] {
  return withoutShadowed(joined(withoutShadowed(ranges))).sort(inOrder)
}

/**
 * A passage was copied from one place: where a longer range explains its lines, what a shorter one sees there is
 * chance. Ranges on the same lines stay (a minified copy is one line), since none is longer.
 */
function withoutShadowed(ranges: readonly MatchedRange[]): MatchedRange[] {
  const sorted = [...ranges].sort(
    (a, b) =>
      a.candidate[0] - b.candidate[0] || b.candidate[1] - a.candidate[1] || a.original[0] - b.original[0],
  )
  let explained = 0
  let longest = sorted[0]?.candidate
  return sorted.filter(({ candidate }) => {
    const isSame = candidate[0] === longest?.[0] && candidate[1] === longest[1]
    if (!isSame && candidate[1] <= explained) return false
    longest = candidate
    explained = candidate[1]
    return true
  })
}

function inOrder(a: MatchedRange, b: MatchedRange): number {
  return a.candidate[0] - b.candidate[0] || a.original[0] - b.original[0]
}

/** Ranges that may still be continued: looking at all would take forever in a file of a million fragments. */
const NEAR = 64

function joined(ranges: readonly MatchedRange[]): MatchedRange[] {
  const sorted = [...ranges].sort(
    (a, b) =>
      a.candidate[0] - b.candidate[0] || a.original[0] - b.original[0] || b.candidate[1] - a.candidate[1],
  )
  const merged: MatchedRange[] = []
  for (const range of sorted) {
    const into = merged.slice(-NEAR).findLast((other) => continues(other, range))
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
