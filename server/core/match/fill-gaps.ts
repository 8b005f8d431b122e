import { channels, type Channel } from '../fingerprint/channel.ts'
import { longestChain, sharedStretches, type Stretch } from './chain.ts'
import type { Run } from './extend-seeds.ts'
import type { Streams } from './evidence.ts'

/** Shorter k-grams serve where runs have shown already that one file follows the other. */
const shortGrams: Record<Channel['name'], number> = { M: 5, S: 3, A: 12, I: 6 }

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
  const part = neighbourhood(anchors, ours.length, theirs.length)
  const chain = longestChain(sharedStretches(ours, theirs, part, k))
  return nearAnchors(chain, channels[channel]!.k).map((stretch) => ({ channel, variant, ...stretch }))
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

/** An edit is this long at most, in symbols; what lies farther off is there by chance. */
const LONGEST_EDIT = 40

/** Of a chain, the runs long enough to be anchors, and those that lead to one in short steps on both sides. */
function nearAnchors(chain: readonly Stretch[], k: number): Stretch[] {
  const kept = chain.map((run) => run.length >= k)
  const isStep = (earlier: Stretch, later: Stretch) =>
    later.candidate - earlier.candidate - earlier.length <= LONGEST_EDIT &&
    later.original - earlier.original - earlier.length <= LONGEST_EDIT
  for (let i = 1; i < chain.length; i++) kept[i] ||= kept[i - 1]! && isStep(chain[i - 1]!, chain[i]!)
  for (let i = chain.length - 2; i >= 0; i--) kept[i] ||= kept[i + 1]! && isStep(chain[i]!, chain[i + 1]!)
  return chain.filter((_, i) => kept[i])
}
