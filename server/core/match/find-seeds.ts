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
 * work does not know needs no question, nor do the others that hold it: each is looked through from its end, and the
 * next one begins behind that symbol (Boyer and Moore, 1977). Almost every other question ends at the filter, with the
 * upper half of the hash.
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
  let high = 0
  /** Where the k-gram begins whose hash `high` is. */
  let hashed = -2
  /** All symbols of the k-gram before this one are known. */
  let checked = 0
  for (let first = 0; first + k <= count; first++) {
    const end = first + k
    let at = end - 1
    for (; at >= checked; at--) {
      const symbolBit = symbol[at]! >>> knownShift
      if ((knownBits[symbolBit >>> 5]! & (1 << (symbolBit & 31))) === 0) break
    }
    const isKnown = at < checked
    checked = end
    if (!isKnown) {
      first = at
      continue
    }
    high =
      hashed === first - 1
        ? rollHigh(high, symbol[first - 1]!, symbol[end - 1]!, leaving)
        : highOf(symbol, first, k)
    hashed = first
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
