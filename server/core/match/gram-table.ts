import { mix } from '../fingerprint/hash.ts'

/** Where a fingerprint was seen: the variant, and the symbol its k-gram begins at. */
export interface GramTable {
  /** Where the postings begin whose fingerprints have the same first bits; one more entry than there are such bits. */
  bucket: Int32Array
  /** By posting; those of one fingerprint lie side by side. */
  high: Int32Array
  low: Int32Array
  variant: Int32Array
  position: Int32Array
  /** What the k-gram shows by itself, in bits. */
  bits: Uint8Array
}

/** Two bits for each fingerprint in use: most questions of a scan end here, in the processor's cache. */
export interface GramFilter {
  bits: Int32Array
  /** How far a hash is shifted to be a place among the bits. */
  shift: number
}

const BITS_PER_KEY = 16

export function buildFilter({ high }: GramTable): Int32Array {
  const bits = emptyFilter(high.length * BITS_PER_KEY)
  const { shift } = gramFilter(bits)
  for (const one of high) {
    setBit(bits, one >>> shift)
    setBit(bits, mix(one) >>> shift)
  }
  return bits
}

const BITS_PER_SYMBOL = 8

/** A bit for each symbol that the work's tokens give: a k-gram with any other symbol is none of the work's. */
export function buildSymbolFilter(symbols: ReadonlySet<number>): Int32Array {
  const bits = emptyFilter(symbols.size * BITS_PER_SYMBOL)
  const { shift } = gramFilter(bits)
  for (const symbol of symbols) setBit(bits, symbol >>> shift)
  return bits
}

function emptyFilter(bits: number): Int32Array {
  return new Int32Array(1 << Math.max(5, Math.ceil(Math.log2(Math.max(1, bits))) - 5))
}

function setBit(bits: Int32Array, bit: number): void {
  bits[bit >>> 5]! |= 1 << (bit & 31)
}

export function gramFilter(bits: Int32Array): GramFilter {
  return { bits, shift: 32 - Math.log2(bits.length * 32) }
}

/** Whether a fingerprint with this upper half may be in the table; no is certain, a wrong yes is one in seventy. */
export function mayHold({ bits, shift }: GramFilter, high: number): boolean {
  const one = high >>> shift
  const other = mix(high) >>> shift
  return (bits[one >>> 5]! & (1 << (one & 31))) !== 0 && (bits[other >>> 5]! & (1 << (other & 31))) !== 0
}

/** How far the upper half of a hash is shifted to be a bucket. */
export function bucketShift({ bucket }: Pick<GramTable, 'bucket'>): number {
  return 32 - Math.log2(bucket.length - 1)
}

/** The first posting of a fingerprint, or -1; the others follow it. */
export function firstPosting(table: GramTable, high: number, low: number): number {
  const bucket = high >>> bucketShift(table)
  const end = table.bucket[bucket + 1]!
  for (let at = table.bucket[bucket]!; at < end; at++)
    if (table.high[at] === high && table.low[at] === low) return at
  return -1
}

/** A set of 64-bit fingerprints: the baseline's, the stop-list's, an original's. */
export class GramSet {
  size = 0
  private high = new Int32Array(SMALLEST_SET)
  private low = new Int32Array(SMALLEST_SET)
  private used = new Uint8Array(SMALLEST_SET)

  /** Whether it is new. */
  add(high: number, low: number): boolean {
    if ((this.size + 1) * 2 > this.used.length) this.rehash()
    const slot = this.slotOf(high, low)
    if (this.used[slot] !== 0) return false
    this.used[slot] = 1
    this.high[slot] = high
    this.low[slot] = low
    this.size++
    return true
  }

  has(high: number, low: number): boolean {
    return this.used[this.slotOf(high, low)] !== 0
  }

  clear(): void {
    this.size = 0
    if (this.used.length > LARGEST_CLEARED) this.allocate(SMALLEST_SET)
    else this.used.fill(0)
  }

  /** Where it is, or would be. */
  private slotOf(high: number, low: number): number {
    const mask = this.used.length - 1
    let slot = mix(low) & mask
    while (this.used[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask
    return slot
  }

  private rehash(): void {
    const { high, low, used } = this
    this.size = 0
    this.allocate(used.length * 2)
    for (let slot = 0; slot < used.length; slot++) if (used[slot] !== 0) this.add(high[slot]!, low[slot]!)
  }

  private allocate(capacity: number): void {
    this.high = new Int32Array(capacity)
    this.low = new Int32Array(capacity)
    this.used = new Uint8Array(capacity)
  }
}

const SMALLEST_SET = 1 << 12
/** One large file is not to make all that follow slow. */
const LARGEST_CLEARED = 1 << 16
