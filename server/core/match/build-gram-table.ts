import { mix } from '../fingerprint/hash.ts'
import { GramSet, type GramTable } from './gram-table.ts'
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
    const { high, low, variant, position, bits } = this
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, high.length * 1.5)))
    const mask = capacity - 1
    const head = new Int32Array(capacity)
    const next = new Int32Array(high.length)
    // Backwards, so that each chain runs in the order of adding.
    for (let i = high.length - 1; i >= 0; i--) {
      let slot = mix(low.values[i]!) & mask
      for (let other = head[slot]! - 1; other >= 0; other = head[slot]! - 1) {
        if (low.values[other] === low.values[i] && high.values[other] === high.values[i]) break
        slot = (slot + 1) & mask
      }
      next[i] = head[slot]!
      head[slot] = i + 1
    }
    const groups = new GrowingInts()
    const variants = new GrowingInts()
    const positions = new GrowingInts()
    const bitsOf = new GrowingInts()
    for (let slot = 0; slot < capacity; slot++) {
      if (head[slot] === 0) continue
      const first = variants.length
      for (let i = head[slot]! - 1; i >= 0 && variants.length - first <= COMMON; i = next[i]! - 1) {
        variants.push(variant.values[i]!)
        positions.push(position.values[i]!)
        bitsOf.push(bits.values[i]!)
      }
      if (variants.length - first > COMMON) {
        variants.length = first
        positions.length = first
        bitsOf.length = first
        continue
      }
      variants.values[variants.length - 1] = ~variants.values[variants.length - 1]!
      groups.push(head[slot]! - 1)
      groups.push(first)
    }
    return {
      ...place(groups.finish(), high.values, low.values),
      variant: variants.finish(),
      position: positions.finish(),
      bits: Uint8Array.from(bitsOf.finish()),
    }
  }
}

function place(
  groups: Int32Array,
  high: Int32Array,
  low: Int32Array,
): Pick<GramTable, 'high' | 'low' | 'posting'> {
  const keys = groups.length / 2
  const capacity = 1 << Math.ceil(Math.log2(Math.max(16, keys * 1.4)))
  const mask = capacity - 1
  const table = {
    high: new Int32Array(capacity),
    low: new Int32Array(capacity),
    posting: new Int32Array(capacity),
  }
  for (let group = 0; group < groups.length; group += 2) {
    const member = groups[group]!
    let slot = mix(low[member]!) & mask
    while (table.posting[slot] !== 0) slot = (slot + 1) & mask
    table.high[slot] = high[member]!
    table.low[slot] = low[member]!
    table.posting[slot] = groups[group + 1]! + 1
  }
  return table
}
