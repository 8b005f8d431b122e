import { MOST, MOST_BITS, WHOLE, WHOLE_BITS } from '../decide-file.ts'
import type { Alike } from './measure-alike.ts'

/** A file of which this much stands in the original, in its order, is a piece of it … */
export const A_PIECE = 0.9
/** … where what it says is not what every such file says. */
export const A_PIECE_BITS = 24

/**
 * Whether a file that was laid beside an original from end to end is a copy. How much the two share never decides by
 * itself: two files on one subject share imports and sentences, but neither follows the other throughout.
 *
 * true: the first half of a file of thirty lines, its comment cut in the middle: 0.98 of it, 60 bits.
 * true: every name replaced, five sentences of comments kept: 0.95 of both, 70 bits.
 * false: a file that quotes three sentences of the original's documentation and goes its own way: 0.2, 30 bits.
 * false: a list of imports as many have: 1.0 of it, 8 bits, since what lists say counts a quarter.
 */
export function isCopyFromEndToEnd({
  bits,
  ofOriginal,
  ofCandidate,
}: Pick<Alike, 'bits' | 'ofOriginal' | 'ofCandidate'>): boolean {
  return (
    (bits >= A_PIECE_BITS && ofCandidate >= A_PIECE) ||
    (bits >= WHOLE_BITS && ofOriginal >= WHOLE && ofCandidate >= WHOLE) ||
    (bits >= MOST_BITS && ofOriginal >= MOST && ofCandidate >= MOST)
  )
}
