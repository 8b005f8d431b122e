import { packedId, packedKind, isPublic, type WorkIndex } from './work-index.ts'
import type { Run } from './extend-seeds.ts'
import { lastAtMost } from './line-index.ts'
import { canBeEvidence, EIGHTHS } from './rarity.ts'
import type { MatchedRange } from './types.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** What runs show for one original: the measures that a decision rests on. */
export interface Evidence {
  original: number
  /** Sum over distinct shared tokens of how surprising each is. */
  bits: number
  /** The distinct shared tokens by id, most surprising first. */
  tokens: number[]
  /** The longest run, in symbols of its channel. */
  longestRun: number
  /** Of the reading that shows most: how many of its symbols lie in runs, and how many it has. */
  shared: number
  ofShared: number
  /** Share of the original found in the candidate, and of the candidate covered, 0 to 1. */
  ofOriginal: number
  ofCandidate: number
  /** Place in the index's variants of the reading that shows most. */
  variant: number
  ranges: MatchedRange[]
}

export interface Streams {
  candidate: (channel: number) => VerifiedStream
  variant: (variant: number, channel: number) => VerifiedStream
}

/** What a reader needs to know of the candidate's tokens. */
export interface CandidateTokens {
  count: number
  /** The dictionary's id of each token. */
  ids: Int32Array
  /** The line (from 1) of each token's first byte. */
  lineOf: (token: number) => number
}

/**
 * Measures the runs of one original.
 * @param taken tokens of the candidate that another original explains better: they count no more; the tokens
 *   counted here are added
 */
export function measureRuns(
  index: WorkIndex,
  original: number,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
  taken: Uint8Array,
): Evidence {
  const covered = new Uint8Array(candidate.count)
  const bitsById = new Map<number, number>()
  const ranges: MatchedRange[] = []
  let longestRun = 0
  let best = { variant: -1, shared: 0, of: 1 }
  for (const [, group] of groupRuns(runs)) {
    const { variant, channel } = group[0]!
    const theirs = streams.candidate(channel)
    const ours = streams.variant(variant, channel)
    const seen = new Uint8Array(ours.symbol.length)
    let shared = 0
    for (const run of group) {
      longestRun = Math.max(longestRun, run.length)
      for (let i = 0; i < run.length; i++) {
        const theirToken = theirs.token[run.candidate + i]!
        if (taken[theirToken] === 1) continue
        covered[theirToken] = 1
        if (seen[run.original + i] === 0) {
          seen[run.original + i] = 1
          shared++
        }
        const id = candidate.ids[theirToken]!
        const packed = index.tokens[index.variants.tokenStart[variant]! + ours.token[run.original + i]!]!
        if (id < 0 || packedId(packed) !== id || isPublic(packed) || !canBeEvidence(packedKind(packed)))
          continue
        bitsById.set(id, index.rarity[id]!)
      }
      ranges.push(rangeOf(index, run, theirs, ours, candidate))
    }
    // The reading that shows most symbols; of equals the one that has least else.
    if (shared > best.shared || (shared === best.shared && ours.symbol.length < best.of))
      best = { variant, shared, of: ours.symbol.length }
  }
  let coveredCount = 0
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] === 0) continue
    coveredCount++
    taken[i] = 1
  }
  const tokens = [...bitsById].sort(([a, x], [b, y]) => y - x || a - b)
  return {
    original,
    bits: tokens.reduce((sum, [, eighths]) => sum + eighths, 0) / EIGHTHS,
    tokens: tokens.map(([id]) => id),
    longestRun,
    shared: best.shared,
    ofShared: best.of,
    ofOriginal: best.shared / best.of,
    ofCandidate: candidate.count === 0 ? 0 : coveredCount / candidate.count,
    variant: best.variant,
    ranges,
  }
}

function groupRuns(runs: readonly Run[]): Map<string, Run[]> {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const key = `${run.variant} ${run.channel}`
    const group = groups.get(key)
    if (group) group.push(run)
    else groups.set(key, [run])
  }
  return groups
}

function rangeOf(
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
  return {
    candidate: [
      candidate.lineOf(theirs.token[run.candidate + first]!),
      candidate.lineOf(theirs.token[run.candidate + last]!),
    ],
    original: [lowest, highest],
  }
}

/**
 * Where a run keeps its names, it does not end on tokens whose names differ: those only look alike
 * (`return value` beside `return total`), and the line they stand on was not copied.
 */
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
  const isTelling = (i: number) => isSame(i) && canBeEvidence(packedKind(packedAt(i)))
  const whole = { first: 0, last: run.length - 1 }
  let same = 0
  for (let i = 0; i < run.length; i++) if (isSame(i)) same++
  if (same < run.length * KEPT_NAMES) return whole
  let { first, last } = whole
  while (first < last && !isTelling(first)) first++
  while (first > 0 && isSame(first - 1)) first--
  while (last > first && !isTelling(last)) last--
  while (last < run.length - 1 && isSame(last + 1)) last++
  return { first, last }
}

/** A run with fewer equal names was renamed: then a differing name says nothing about where it ends. */
const KEPT_NAMES = 0.8
