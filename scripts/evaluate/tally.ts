import type { FileMatch } from '../../server/core/match/types.ts'
import type { Positive } from './positives.ts'

/** Counts of one class: how many originals lay in its candidates, and how many were named. */
export interface Count {
  originals: number
  strong: number
  weak: number
  candidates: number
  flagged: number
}

/** What the comparer said about copies whose truth is known. */
export class Tally {
  readonly classes = new Map<string, Count>()
  readonly overlaps: number[] = []
  /** Strong matches with an original of another work. */
  readonly wrong: string[] = []
  named = 0

  add(positive: Positive, match: FileMatch, isClaimed: (path: string) => boolean): void {
    const truth = positive.truth.filter(isClaimed)
    if (truth.length === 0) return
    let count = this.classes.get(positive.class)
    if (!count) {
      count = { originals: 0, strong: 0, weak: 0, candidates: 0, flagged: 0 }
      this.classes.set(positive.class, count)
    }
    count.candidates++
    if (match.strength === 'strong') count.flagged++
    for (const path of truth) {
      count.originals++
      const found = match.originals.find((original) => original.path === path)
      if (found?.strength === 'strong') count.strong++
      else if (found) count.weak++
      if (found && positive.passage) this.overlaps.push(overlap(found.ranges, positive.passage))
    }
    const works = new Set(positive.truth.map(workOf))
    for (const { path, strength } of match.originals) {
      if (strength !== 'strong') continue
      this.named++
      if (!works.has(workOf(path)))
        this.wrong.push(`${positive.class}: ${positive.truth[0]!} taken for ${path}`)
    }
  }
}

/** Originals are kept as `NAME@VERSION:path`. */
function workOf(path: string): string {
  return path.slice(0, path.indexOf(':'))
}

/** Intersection over union of lines, on both sides together. */
function overlap(
  ranges: FileMatch['originals'][number]['ranges'],
  passage: NonNullable<Positive['passage']>,
): number {
  let shared = 0
  let all = 0
  for (const side of ['candidate', 'original'] as const) {
    const found = new Set(ranges.flatMap((range) => linesOf(range[side])))
    const real = linesOf(passage[side])
    const common = real.filter((line) => found.has(line)).length
    shared += common
    all += found.size + real.length - common
  }
  return shared / all
}

function linesOf([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
