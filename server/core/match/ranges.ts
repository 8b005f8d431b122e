import type { MatchedRange } from './types.ts'

/** Runs this many lines apart are one passage: what lies between is an edit, not a gap. */
const GAP = 3

/** Merges ranges that continue each other on both sides; ordered by the candidate's lines. */
export function mergeRanges(ranges: readonly MatchedRange[]): MatchedRange[] {
  return withoutShadowed(joined(withoutShadowed(ranges))).sort(inOrder)
}

/** A passage was copied from one place: where a longer run explains its lines, what a shorter one sees there is chance. */
function withoutShadowed(ranges: readonly MatchedRange[]): MatchedRange[] {
  const kept: MatchedRange[] = []
  const bySize = [...ranges].sort(
    (a, b) =>
      lines(b.candidate) - lines(a.candidate) || lines(b.original) - lines(a.original) || inOrder(a, b),
  )
  for (const range of bySize)
    if (!kept.some(({ candidate: [from, to] }) => from <= range.candidate[0] && range.candidate[1] <= to))
      kept.push(range)
  return kept
}

function lines([first, last]: readonly [number, number]): number {
  return last - first + 1
}

function inOrder(a: MatchedRange, b: MatchedRange): number {
  return a.candidate[0] - b.candidate[0] || a.original[0] - b.original[0]
}

function joined(ranges: readonly MatchedRange[]): MatchedRange[] {
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
