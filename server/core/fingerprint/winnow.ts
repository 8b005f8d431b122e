import type { Channel, Stream } from './channel.ts'
import { highOf, leavingFactor, lowOf, rollHigh } from './gram-hash.ts'

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
  const leaving = leavingFactor(k)
  const ring = new Int32Array(w)
  const grams = count - k + 1
  let high = highOf(symbol, 0, k)
  let slot = 0
  let leastAt = -1
  let least = 0x7fffffff
  for (let at = 0; at < grams; at++) {
    if (at > 0) high = rollHigh(high, symbol[at - 1]!, symbol[at + k - 1]!, leaving)
    const order = orderOf(high)
    ring[slot] = order
    let selected = false
    if (order <= least) {
      least = order
      leastAt = at
      selected = true
    } else if (leastAt <= at - w) {
      // The least has left the window: look for the new one, oldest first so that the rightmost of equals wins.
      least = 0x7fffffff
      for (let back = w - 1; back >= 0; back--) {
        const candidate = slot - back < 0 ? slot - back + w : slot - back
        if (ring[candidate]! <= least) {
          least = ring[candidate]!
          leastAt = at - back
        }
      }
      selected = true
    }
    // The first window is not full before its last position; a shorter stream is one window.
    const isFirst = at === Math.min(w, grams) - 1
    if (isFirst || (selected && at >= w))
      out.push(highOf(symbol, leastAt, k) ^ salt, lowOf(symbol, leastAt, k), leastAt)
    slot = slot + 1 === w ? 0 : slot + 1
  }
}

/** The order in which a window's least is chosen: not the hash's own, so that no symbol is preferred. */
function orderOf(high: number): number {
  const order = Math.imul(high ^ (high >>> 15), 0x85ebca6b)
  return order ^ (order >>> 13)
}
