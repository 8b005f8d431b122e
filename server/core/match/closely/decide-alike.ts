import { MOST, MOST_BITS } from '../decide-file.ts'
import type { Alike } from './measure-alike.ts'

/** What is enough for a copy: bits, and how much of each follows the other, 0 to 1. */
export interface Enough {
  what: string
  bits: number
  ofOriginal: number
  ofCandidate: number
}

/** What is enough only where two files were laid beside each other from end to end. */
export const besideEachOther: readonly Enough[] = [
  { what: 'Most of both', bits: 14, ofOriginal: 0.7, ofCandidate: 0.7 },
  { what: 'Half of both', bits: 50, ofOriginal: 0.5, ofCandidate: 0.5 },
  { what: 'A large piece of the original and nothing else', bits: 15, ofOriginal: 0.3, ofCandidate: 0.95 },
  { what: 'A piece of the original', bits: 24, ofOriginal: 0, ofCandidate: 0.9 },
]

const enough: readonly Omit<Enough, 'what'>[] = [
  ...besideEachOther,
  { bits: MOST_BITS, ofOriginal: MOST, ofCandidate: MOST },
]

/**
 * Whether a file that was laid beside an original from end to end is a copy. How much the two share never decides by
 * itself: two files on one subject share imports and sentences, but neither follows the other throughout. Of 13,000
 * small files of strangers that share a rare text or a passage of structure with an original, none follows it for
 * half of both and tells more than 14 bits, and none for 0.6 of both and tells more than 5.
 *
 * true: the first half of a file of thirty lines, its comment cut in the middle: 0.98 of it, 60 bits.
 * true: every name replaced, five sentences of comments kept: 0.95 of both, 70 bits.
 * true: eleven lines of a minified file, two names and their order left: 0.8 of both, 16 bits.
 * true: twenty lines, six of which somebody wrote anew: 0.55 of both, 84 bits.
 * false: a file that quotes three sentences of the original's documentation and goes its own way: 0.2, 30 bits.
 * false: another component of the same framework, its imports and hooks the same: 0.45 of both, 40 bits.
 * false: a list of imports as many have: 1.0 of it, 8 bits, since what lists say counts a quarter.
 */
export function isCopyFromEndToEnd(alike: Pick<Alike, 'bits' | 'ofOriginal' | 'ofCandidate'>): boolean {
  return enough.some((least) => isEnough(alike, least))
}

export function isEnough(
  { bits, ofOriginal, ofCandidate }: Pick<Alike, 'bits' | 'ofOriginal' | 'ofCandidate'>,
  least: Omit<Enough, 'what'>,
): boolean {
  return bits >= least.bits && ofOriginal >= least.ofOriginal && ofCandidate >= least.ofCandidate
}
