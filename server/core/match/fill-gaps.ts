import { channels, type Channel } from '../fingerprint/channel.ts'
import type { Run } from './extend-seeds.ts'
import type { Streams } from './evidence.ts'

/** Shorter k-grams serve where runs have shown already that one file follows the other. */
const shortGrams: Record<Channel['name'], number> = { M: 5, S: 3, A: 12, I: 6 }
/** A k-gram that the original repeats more often is a pattern, not a place. */
const REPEATED = 4
/** A chain is found by comparing every run with those before it; more runs than this say enough by themselves. */
const MOST_RUNS = 1500

/**
 * Looks between and around the runs of one variant for shorter ones that lie in the same order: what an edit,
 * a minifier or a renaming cut into pieces too short for a fingerprint. Only runs that follow each other on both
 * sides are kept, so words that two files merely share in any order add nothing.
 * @param anchors runs of one variant in one channel
 */
export function fillGaps(anchors: readonly Run[], streams: Streams): Run[] {
  const { channel, variant } = anchors[0]!
  const theirs = streams.candidate(channel).symbol
  const ours = streams.variant(variant, channel).symbol
  const k = shortGrams[channels[channel]!.name]
  const { from, to } = neighbourhood(anchors, ours.length, theirs.length)
  const places = placesOf(ours, k)
  const runs: Run[] = []
  const known = new Map<number, number>()
  for (let at = from; at + k <= to && runs.length < MOST_RUNS; at++) {
    for (const place of places.get(hashAt(theirs, at, k)) ?? []) {
      if ((known.get(at - place) ?? -1) > at) continue
      let length = 0
      while (at + length < to && place + length < ours.length && theirs[at + length] === ours[place + length])
        length++
      if (length < k) continue
      known.set(at - place, at + length)
      runs.push({ channel, variant, candidate: at, original: place, length })
    }
  }
  return nearAnchors(longestChain(runs), channels[channel]!.k)
}

/** The part of the candidate where the original can lie, given where most of the anchors are. */
function neighbourhood(anchors: readonly Run[], reach: number, end: number): { from: number; to: number } {
  const sorted = [...anchors].sort((a, b) => a.candidate - b.candidate)
  let best = { from: 0, to: 0, symbols: 0 }
  let group = { from: -1, to: -1, symbols: 0 }
  for (const run of sorted) {
    if (group.from < 0 || run.candidate - group.to > reach) group = { from: run.candidate, to: 0, symbols: 0 }
    group.to = Math.max(group.to, run.candidate + run.length)
    group.symbols += run.length
    if (group.symbols >= best.symbols) best = { ...group }
  }
  return { from: Math.max(0, best.from - reach), to: Math.min(end, best.to + reach) }
}

function placesOf(symbols: Int32Array, k: number): Map<number, number[]> {
  const places = new Map<number, number[]>()
  const repeated = new Set<number>()
  for (let at = 0; at + k <= symbols.length; at++) {
    const hash = hashAt(symbols, at, k)
    const known = places.get(hash)
    if (!known) places.set(hash, [at])
    else if (known.length < REPEATED) known.push(at)
    else repeated.add(hash)
  }
  for (const hash of repeated) places.delete(hash)
  return places
}

/** Only chooses where to compare: equality is decided symbol by symbol. */
function hashAt(symbols: Int32Array, at: number, k: number): number {
  let hash = 0
  for (let i = at; i < at + k; i++) hash = (Math.imul(hash, 0x2c1b3c6d) + symbols[i]!) | 0
  return hash
}

/** The runs that follow each other on both sides and hold most symbols. */
function longestChain(runs: Run[]): Run[] {
  runs.sort((a, b) => a.candidate - b.candidate || a.original - b.original)
  const weight = new Float64Array(runs.length)
  const previous = new Int32Array(runs.length).fill(-1)
  let best = -1
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!
    weight[i] = run.length
    for (let j = i - 1; j >= 0; j--) {
      const earlier = runs[j]!
      // An overlap of a symbol or two is the seam of an edit.
      const follows =
        earlier.candidate + earlier.length <= run.candidate + SEAM &&
        earlier.original + earlier.length <= run.original + SEAM &&
        earlier.original < run.original
      if (!follows || weight[j]! + run.length <= weight[i]!) continue
      weight[i] = weight[j]! + run.length
      previous[i] = j
    }
    if (best < 0 || weight[i]! > weight[best]!) best = i
  }
  const chain: Run[] = []
  for (let i = best; i >= 0; i = previous[i]!) chain.push(runs[i]!)
  return chain.reverse()
}

const SEAM = 2

/** An edit is this long at most, in symbols; what lies farther off is there by chance. */
const LONGEST_EDIT = 40

/** Of a chain, the runs long enough to be anchors, and those that lead to one in short steps on both sides. */
function nearAnchors(chain: readonly Run[], k: number): Run[] {
  const kept = chain.map((run) => run.length >= k)
  const isStep = (earlier: Run, later: Run) =>
    later.candidate - earlier.candidate - earlier.length <= LONGEST_EDIT &&
    later.original - earlier.original - earlier.length <= LONGEST_EDIT
  for (let i = 1; i < chain.length; i++) kept[i] ||= kept[i - 1]! && isStep(chain[i - 1]!, chain[i]!)
  for (let i = chain.length - 2; i >= 0; i--) kept[i] ||= kept[i + 1]! && isStep(chain[i]!, chain[i + 1]!)
  return chain.filter((_, i) => kept[i])
}
