import { bucketShift, GramSet, type GramTable } from './gram-table.ts'
import { GrowingInts } from './growing.ts'

/** In more originals than this, a fingerprint is the work's own boilerplate. */
const COMMON = 12

/** Collects postings, then groups them by fingerprint: one per original, none for what is common. */
export class GramTableBuilder {
  private readonly high = new GrowingInts()
  private readonly low = new GrowingInts()
  private readonly variant = new GrowingInts()
  private readonly position = new GrowingInts()
  private readonly bits = new GrowingInts()
  private readonly ofOriginal = new GramSet()

  /** All that is added from here on is of one original. */
  startOriginal(): void {
    this.ofOriginal.clear()
  }

  /** Whether the original has this fingerprint already. */
  has(high: number, low: number): boolean {
    return this.ofOriginal.has(high, low)
  }

  /** Its variants share most of their fingerprints: the first one that has it stands for all. */
  add(
    hash: { high: number; low: number },
    posting: { variant: number; position: number; bits: number },
  ): void {
    if (!this.ofOriginal.add(hash.high, hash.low)) return
    this.high.push(hash.high)
    this.low.push(hash.low)
    this.variant.push(posting.variant)
    this.position.push(posting.position)
    this.bits.push(posting.bits)
  }

  finish(): GramTable {
    const { high, low } = this
    const size = 1 << Math.max(4, Math.ceil(Math.log2(Math.max(1, high.length))) - BITS_IN_BUCKET)
    const shift = bucketShift({ bucket: new Int32Array(size + 1) })
    const { order, starts } = inBuckets(high, size, shift)
    const kept = new GrowingInts()
    const bucket = new Int32Array(size + 1)
    for (let one = 0; one < size; one++) {
      sortBucket(order.subarray(starts[one], starts[one + 1]), high.values, low.values)
      for (let first = starts[one]!, end = first; first < starts[one + 1]!; first = end) {
        while (end < starts[one + 1]! && isSame(order[first]!, order[end]!, high.values, low.values)) end++
        if (end - first > COMMON) continue
        for (let at = first; at < end; at++) kept.push(order[at]!)
      }
      bucket[one + 1] = kept.length
    }
    const places = kept.finish()
    const ofKept = ({ values }: GrowingInts) => places.map((place) => values[place]!)
    return {
      bucket,
      high: ofKept(high),
      low: ofKept(low),
      variant: ofKept(this.variant),
      position: ofKept(this.position),
      bits: Uint8Array.from(ofKept(this.bits)),
    }
  }
}

/** About four postings share a bucket: no more than lie in one line of the processor's cache. */
const BITS_IN_BUCKET = 2

/** The places of all postings by bucket, in the order of adding, and where each bucket begins. */
function inBuckets(
  high: GrowingInts,
  size: number,
  shift: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(size + 1)
  for (let place = 0; place < high.length; place++) starts[(high.values[place]! >>> shift) + 1]!++
  for (let one = 0; one < size; one++) starts[one + 1]! += starts[one]!
  const next = starts.slice()
  const order = new Int32Array(high.length)
  for (let place = 0; place < high.length; place++) order[next[high.values[place]! >>> shift]!++] = place
  return { order, starts }
}

/** Equal fingerprints side by side, those of one in the order of adding. */
function sortBucket(places: Int32Array, high: Int32Array, low: Int32Array): void {
  places.sort((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b)
}

function isSame(a: number, b: number, high: Int32Array, low: Int32Array): boolean {
  return high[a] === high[b] && low[a] === low[b]
}
