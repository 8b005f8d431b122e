import type { Channel, Stream } from './channel.ts'

/** Selected fingerprints: a 64-bit hash in two halves, and where in the stream its k-gram begins. */
export class Fingerprints {
  count = 0
  high = new Int32Array(256)
  low = new Int32Array(256)
  position = new Int32Array(256)

  push(high: number, low: number, position: number): void {
    if (this.count === this.high.length) this.grow()
    const at = this.count++
    this.high[at] = high
    this.low[at] = low
    this.position[at] = position
  }

  private grow(): void {
    const capacity = this.count * 2
    for (const field of ['high', 'low', 'position'] as const) {
      const larger = new Int32Array(capacity)
      larger.set(this[field])
      this[field] = larger
    }
  }
}

const BASE_HIGH = 0x2c1b3c6d
const BASE_LOW = 0x297a2d39
const SPREAD = 0x9e3779b1 | 0

/**
 * Selects the fingerprints of a stream: the smallest k-gram hash of each window of w, the rightmost of equals
 * (robust winnowing), each place once. Two 32-bit rolling hashes make a 64-bit value: a work has some 10^6
 * fingerprints and a scan looks up 10^9, so 32 bits would collide 10^5 times where 64 do so never.
 * A stream shorter than a window still gives its smallest k-gram; one shorter than k gives none.
 */
export function winnow(stream: Stream, channel: Channel, out: Fingerprints): void {
  out.count = 0
  const { symbol, count } = stream
  const { k, w, salt } = channel
  if (count < k) return
  const powerHigh = power(BASE_HIGH, k)
  const powerLow = power(BASE_LOW, k)
  let high = 0
  let low = 0
  for (let i = 0; i < k; i++) {
    const value = symbol[i]!
    high = (Math.imul(high, BASE_HIGH) + value) | 0
    low = (Math.imul(low, BASE_LOW) + Math.imul(value ^ (value >>> 15), SPREAD)) | 0
  }
  const size = w
  const ringHigh = new Int32Array(size)
  const ringLow = new Int32Array(size)
  const ringOrder = new Int32Array(size)
  const grams = count - k + 1
  let slot = 0
  let leastSlot = 0
  let leastAt = -1
  let least = 0x7fffffff
  for (let at = 0; at < grams; at++) {
    if (at > 0) {
      const out = symbol[at - 1]!
      const into = symbol[at + k - 1]!
      high = (Math.imul(high, BASE_HIGH) + into - Math.imul(out, powerHigh)) | 0
      low =
        (Math.imul(low, BASE_LOW) +
          Math.imul(into ^ (into >>> 15), SPREAD) -
          Math.imul(Math.imul(out ^ (out >>> 15), SPREAD), powerLow)) |
        0
    }
    let order = Math.imul(high ^ (high >>> 15), 0x85ebca6b)
    order = (order ^ (order >>> 13)) | 0
    ringHigh[slot] = high
    ringLow[slot] = low
    ringOrder[slot] = order
    let selected = false
    if (order <= least) {
      least = order
      leastSlot = slot
      leastAt = at
      selected = true
    } else if (leastAt <= at - size) {
      // The least has left the window: look for the new one, oldest first so that the rightmost of equals wins.
      least = 0x7fffffff
      for (let back = size - 1; back >= 0; back--) {
        const candidate = slot - back < 0 ? slot - back + size : slot - back
        if (ringOrder[candidate]! <= least) {
          least = ringOrder[candidate]!
          leastSlot = candidate
          leastAt = at - back
        }
      }
      selected = true
    }
    if (at < size - 1) {
      // The first window is not full yet: only its last position decides, or the last k-gram of a short stream.
      if (at === grams - 1) out.push(ringHigh[leastSlot]! ^ salt, ringLow[leastSlot]!, leastAt)
    } else if (selected || at === size - 1) {
      out.push(ringHigh[leastSlot]! ^ salt, ringLow[leastSlot]!, leastAt)
    }
    slot = slot + 1 === size ? 0 : slot + 1
  }
}

function power(base: number, exponent: number): number {
  let value = 1
  for (let i = 0; i < exponent; i++) value = Math.imul(value, base)
  return value
}
