import type { Channel, Stream } from '../fingerprint/channel.ts'
import { highOf, leavingFactor, lowOf, rollHigh } from '../fingerprint/gram-hash.ts'
import { firstPosting, mayHold, type GramTable } from './gram-table.ts'
import type { WorkIndex } from './work-index.ts'

/** A k-gram that candidate and variant share: where to look, not yet evidence. */
export interface Seed {
  channel: number
  variant: number
  /** Symbols in the channel's streams. */
  original: number
  candidate: number
  /** What the k-gram can show at most. */
  bits: number
}

/** A file is not asked for more than this; what it holds by then is plain. */
const MOST_SEEDS = 400_000

/**
 * Asks the index for every k-gram of the candidate, not only for those that winnowing selects: asking costs less
 * than selecting, and a k-gram of the original is found wherever it was copied to. A k-gram with a symbol that the
 * work does not know needs no question; almost every other one ends at the filter, with the upper half of the hash.
 */
export function findSeeds(
  index: WorkIndex,
  stream: Stream,
  channel: Channel,
  place: number,
  seeds: Seed[],
): void {
  const { bits: knownBits, shift: knownShift } = index.symbols
  const { bits, shift } = index.filter
  const { symbol, count } = stream
  const { k, salt } = channel
  const leaving = leavingFactor(k)
  let known = 0
  let high = 0
  for (let at = 0; at < count; at++) {
    const into = symbol[at]!
    const symbolBit = into >>> knownShift
    if ((knownBits[symbolBit >>> 5]! & (1 << (symbolBit & 31))) === 0) {
      known = 0
      continue
    }
    if (++known < k) continue
    const first = at - k + 1
    high = known === k ? highOf(symbol, first, k) : rollHigh(high, symbol[first - 1]!, into, leaving)
    const bit = (high ^ salt) >>> shift
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) !== 0)
      lookUp(index, stream, first, high, channel, place, seeds)
  }
}

function lookUp(
  index: WorkIndex,
  { symbol }: Stream,
  at: number,
  high: number,
  { k, salt }: Channel,
  place: number,
  seeds: Seed[],
): void {
  const salted = high ^ salt
  if (!mayHold(index.filter, salted)) return
  const first = firstPosting(index.grams, salted, lowOf(symbol, at, k))
  if (first >= 0) pushPostings(index.grams, first, place, at, seeds)
}

function pushPostings(
  { high, low, variant, position, bits }: GramTable,
  first: number,
  channel: number,
  candidate: number,
  seeds: Seed[],
): void {
  for (let at = first; high[at] === high[first] && low[at] === low[first]; at++) {
    if (seeds.length >= MOST_SEEDS) return
    seeds.push({ channel, variant: variant[at]!, original: position[at]!, candidate, bits: bits[at]! })
  }
}
