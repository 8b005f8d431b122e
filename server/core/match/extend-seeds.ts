import { channels } from '../fingerprint/channel.ts'
import type { Seed } from './find-seeds.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** The longest stretch of equal symbols around a seed, in symbols of one channel; ends exclusive. */
export interface Run {
  channel: number
  variant: number
  candidate: number
  original: number
  length: number
}

/**
 * Grows seeds into maximal runs, comparing the real tokens one by one: a seed whose tokens differ (a hash
 * collision) gives nothing, and seeds of one run give it once.
 */
export function extendSeeds(
  seeds: readonly Seed[],
  candidateStream: (channel: number) => VerifiedStream,
  variantStream: (variant: number, channel: number) => VerifiedStream,
): Run[] {
  const runs: Run[] = []
  /** How far each diagonal of each variant is known: seeds before that lie in a run already. */
  const known = new Map<number, Map<number, number>>()
  for (const seed of seeds) {
    const stream = seed.variant * channels.length + seed.channel
    let ends = known.get(stream)
    if (!ends) {
      ends = new Map<number, number>()
      known.set(stream, ends)
    }
    const diagonal = seed.candidate - seed.original
    if ((ends.get(diagonal) ?? -1) > seed.candidate) continue
    const theirs = candidateStream(seed.channel).symbol
    const ours = variantStream(seed.variant, seed.channel).symbol
    const k = channels[seed.channel]!.k
    if (!isEqual(theirs, seed.candidate, ours, seed.original, k)) continue
    let before = 0
    while (
      before < seed.candidate &&
      before < seed.original &&
      theirs[seed.candidate - before - 1] === ours[seed.original - before - 1]
    )
      before++
    let length = before + k
    const candidate = seed.candidate - before
    const original = seed.original - before
    while (
      candidate + length < theirs.length &&
      original + length < ours.length &&
      theirs[candidate + length] === ours[original + length]
    )
      length++
    ends.set(diagonal, candidate + length)
    runs.push({ channel: seed.channel, variant: seed.variant, candidate, original, length })
  }
  return runs
}

function isEqual(a: Int32Array, atA: number, b: Int32Array, atB: number, length: number): boolean {
  if (atA + length > a.length || atB + length > b.length) return false
  for (let i = 0; i < length; i++) if (a[atA + i] !== b[atB + i]) return false
  return true
}
