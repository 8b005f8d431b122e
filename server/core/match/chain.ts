import { highOf } from '../fingerprint/gram-hash.ts'
import { mix } from '../fingerprint/hash.ts'

/** A stretch that two sequences of symbols share, by where it begins in each. */
export interface Stretch {
  candidate: number
  original: number
  length: number
}

/** A k-gram that the original repeats more often is a pattern, not a place. */
const REPEATED = 4
/** A chain is found by comparing every stretch with those before it; more than this say enough by themselves. */
const MOST_STRETCHES = 1500

/** Stretches of at least k symbols that the originals' sequence shares with a part of the candidate's. */
export function sharedStretches(
  ours: Int32Array,
  theirs: Int32Array,
  { from, to }: { from: number; to: number },
  k: number,
): Stretch[] {
  const places = placesOf(ours, k)
  const stretches: Stretch[] = []
  /** By diagonal: how far in the candidate it is known. */
  const known = new Int32Array(Math.max(0, to - from) + ours.length)
  for (let at = from; at + k <= to && stretches.length < MOST_STRETCHES; at++) {
    for (let place = firstPlace(places, highOf(theirs, at, k)); place >= 0; place = places.next[place]!) {
      const diagonal = at - from - place + ours.length - 1
      if (known[diagonal]! > at) continue
      let length = 0
      while (at + length < to && place + length < ours.length && theirs[at + length] === ours[place + length])
        length++
      if (length < k) continue
      known[diagonal] = at + length
      stretches.push({ candidate: at, original: place, length })
    }
  }
  return stretches
}

/** Where each k-gram of a sequence begins, by its hash. */
interface Places {
  /** Open addressing over hashes: the first place of one, plus 1; 0 where a slot is free. */
  slots: Int32Array
  /** By place: the hash of its k-gram, the next place of the same hash (or -1), and how many there are from it on. */
  hash: Int32Array
  next: Int32Array
  many: Uint8Array
}

/** The hash only chooses where to compare: equality is decided symbol by symbol. */
function placesOf(symbols: Int32Array, k: number): Places {
  const count = Math.max(0, symbols.length - k + 1)
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
  const places = {
    slots,
    hash: new Int32Array(count),
    next: new Int32Array(count),
    many: new Uint8Array(count),
  }
  // Backwards, so that the places of one hash follow each other.
  for (let place = count - 1; place >= 0; place--) {
    const hash = highOf(symbols, place, k)
    const slot = slotOf(places, hash)
    const next = slots[slot]! - 1
    places.hash[place] = hash
    places.next[place] = next
    places.many[place] = next < 0 ? 1 : Math.min(REPEATED + 1, places.many[next]! + 1)
    slots[slot] = place + 1
  }
  return places
}

/** The first place of a k-gram with this hash; -1 where there is none, or too many. */
function firstPlace(places: Places, hash: number): number {
  const first = places.slots[slotOf(places, hash)]! - 1
  return first >= 0 && places.many[first]! <= REPEATED ? first : -1
}

function slotOf({ slots, hash: hashes }: Places, hash: number): number {
  const mask = slots.length - 1
  let slot = mix(hash) & mask
  while (slots[slot] !== 0 && hashes[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask
  return slot
}

/** An overlap of a symbol or two is the seam of an edit. */
const SEAM = 2

/** The stretches that follow each other on both sides and hold most symbols, in their order. */
export function longestChain(stretches: Stretch[]): Stretch[] {
  stretches.sort((a, b) => a.candidate - b.candidate || a.original - b.original)
  const weight = new Int32Array(stretches.length)
  const previous = new Int32Array(stretches.length).fill(-1)
  let best = -1
  for (let i = 0; i < stretches.length; i++) {
    const one = stretches[i]!
    weight[i] = one.length
    for (let j = i - 1; j >= 0; j--) {
      const earlier = stretches[j]!
      const follows =
        earlier.candidate + earlier.length <= one.candidate + SEAM &&
        earlier.original + earlier.length <= one.original + SEAM &&
        earlier.original < one.original
      if (!follows || weight[j]! + one.length <= weight[i]!) continue
      weight[i] = weight[j]! + one.length
      previous[i] = j
    }
    if (best < 0 || weight[i]! > weight[best]!) best = i
  }
  const chain: Stretch[] = []
  for (let i = best; i >= 0; i = previous[i]!) chain.push(stretches[i]!)
  return chain.reverse()
}
