import type { MatchedRange } from '../../../core/match/types.ts'

/** Runs this many lines apart, on both sides, are read as one. */
const near = 8

/**
 * Matched runs in the order of the found file, those that follow each other closely on both sides together. A run
 * that lies within the one before it adds nothing.
 */
export function joinRuns(
  ranges: readonly MatchedRange[],
  originalLines: number,
  foundLines: number,
): MatchedRange[][] {
  const blocks: MatchedRange[][] = []
  for (const run of clip(ranges, originalLines, foundLines)) {
    const last = blocks.at(-1)?.at(-1)
    if (last !== undefined && run.candidate[1] <= last.candidate[1]) continue
    if (
      last !== undefined &&
      follows(last.candidate, run.candidate) &&
      follows(last.original, run.original)
    ) {
      blocks.at(-1)!.push(run)
    } else blocks.push([run])
  }
  return blocks
}

/** Evidence may be older than the text beside it: a range past the end says nothing and is dropped. */
function clip(ranges: readonly MatchedRange[], originalLines: number, foundLines: number): MatchedRange[] {
  return ranges
    .filter(({ original, candidate }) => isWithin(original, originalLines) && isWithin(candidate, foundLines))
    .map(({ original: [a, b], candidate: [c, d] }): MatchedRange => ({
      original: [a, Math.min(b, originalLines)],
      candidate: [c, Math.min(d, foundLines)],
    }))
    .sort((x, y) => x.candidate[0] - y.candidate[0] || x.original[0] - y.original[0])
}

function isWithin([first, last]: [number, number], lines: number): boolean {
  return first >= 1 && first <= last && first <= lines
}

function follows(earlier: [number, number], later: [number, number]): boolean {
  return later[0] > earlier[1] && later[0] - earlier[1] <= near
}
