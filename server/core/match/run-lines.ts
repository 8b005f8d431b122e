import type { CandidateTokens } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import { lastAtMost } from './line-index.ts'
import { canBeEvidence } from './rarity.ts'
import type { MatchedRange } from './types.ts'
import type { VerifiedStream } from './verified-stream.ts'
import { packedId, packedKind, type WorkIndex } from './work-index.ts'

/** The lines of a run on both sides, with those after it that only close what it opened. */
export function rangeOf(
  index: WorkIndex,
  run: Run,
  theirs: VerifiedStream,
  ours: VerifiedStream,
  candidate: CandidateTokens,
): MatchedRange {
  const { first, last } = trimRun(index, run, theirs, ours, candidate)
  const from = index.variants.lineStart[run.variant]!
  const to = index.variants.lineStart[run.variant + 1]!
  const firstLine = lastAtMost(index.lineToken, from, to, ours.token[run.original + first]!)
  const lastLine = lastAtMost(index.lineToken, from, to, ours.token[run.original + last]!)
  let lowest = Infinity
  let highest = 0
  for (let line = firstLine; line <= lastLine; line++) {
    lowest = Math.min(lowest, index.lineNumber[line]!)
    highest = Math.max(highest, index.lineNumber[line]!)
  }
  const [begin, end] = [theirs.token[run.candidate + first]!, theirs.token[run.candidate + last]!]
  const after =
    lastLine + 1 < to
      ? index.lineNumber[lastLine + 1]! - 1
      : index.originals[index.variants.original[run.variant]!]!.lines
  const closing = Math.max(0, Math.min(candidate.closingLines(begin, end), after - highest))
  return {
    candidate: [candidate.lineOf(begin), candidate.lineAfter(end, closing)],
    original: [lowest, highest + closing],
  }
}

function trimRun(
  index: WorkIndex,
  run: Run,
  theirs: VerifiedStream,
  ours: VerifiedStream,
  candidate: CandidateTokens,
): { first: number; last: number } {
  const base = index.variants.tokenStart[run.variant]!
  const packedAt = (i: number) => index.tokens[base + ours.token[run.original + i]!]!
  const isSame = (i: number) => packedId(packedAt(i)) === candidate.ids[theirs.token[run.candidate + i]!]
  let same = 0
  for (let i = 0; i < run.length; i++) if (isSame(i)) same++
  if (same < run.length * KEPT_NAMES) return { first: 0, last: run.length - 1 }
  return trimEnds(run.length, isSame, (i) => canBeEvidence(packedKind(packedAt(i))))
}

/** A run with fewer equal names was renamed: then a differing name says nothing about where it ends. */
export const KEPT_NAMES = 0.8

/**
 * Where a run keeps its names, it does not end on tokens whose names differ: those only look alike
 * (`return value` beside `return total`), and the line they stand on was not copied.
 */
export function trimEnds(
  length: number,
  isSame: (at: number) => boolean,
  tells: (at: number) => boolean,
): { first: number; last: number } {
  const isTelling = (i: number) => isSame(i) && tells(i)
  let [first, last] = [0, length - 1]
  while (first < last && !isTelling(first)) first++
  while (first > 0 && isSame(first - 1)) first--
  while (last > first && !isTelling(last)) last--
  while (last < length - 1 && isSame(last + 1)) last++
  return { first, last }
}
