import { highOf } from '../fingerprint/gram-hash.ts'

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
  const known = new Map<number, number>()
  for (let at = from; at + k <= to && stretches.length < MOST_STRETCHES; at++) {
    for (const place of places.get(highOf(theirs, at, k)) ?? []) {
      if ((known.get(at - place) ?? -1) > at) continue
      let length = 0
      while (at + length < to && place + length < ours.length && theirs[at + length] === ours[place + length])
        length++
      if (length < k) continue
      known.set(at - place, at + length)
      stretches.push({ candidate: at, original: place, length })
    }
  }
  return stretches
}

/** The hash only chooses where to compare: equality is decided symbol by symbol. */
function placesOf(symbols: Int32Array, k: number): Map<number, number[]> {
  const places = new Map<number, number[]>()
  const repeated = new Set<number>()
  for (let at = 0; at + k <= symbols.length; at++) {
    const hash = highOf(symbols, at, k)
    const known = places.get(hash)
    if (!known) places.set(hash, [at])
    else if (known.length < REPEATED) known.push(at)
    else repeated.add(hash)
  }
  for (const hash of repeated) places.delete(hash)
  return places
}

/** An overlap of a symbol or two is the seam of an edit. */
const SEAM = 2

/** The stretches that follow each other on both sides and hold most symbols, in their order. */
export function longestChain(stretches: Stretch[]): Stretch[] {
  stretches.sort((a, b) => a.candidate - b.candidate || a.original - b.original)
  const weight = new Float64Array(stretches.length)
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
