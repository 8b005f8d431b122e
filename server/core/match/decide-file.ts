import type { MatchClass, Strength } from './types.ts'

/** The measures that decide about a file; `Evidence` holds them. */
export interface FileMeasures {
  bits: number
  ofOriginal: number
  ofCandidate: number
}

/** Two unrelated files that speak of one subject share words, never so many in one order. */
export const STRONG_BITS = 120
/** A small file cannot give that much: then most of both files must be the same. */
export const STRONG_BITS_OF_WHOLE = 60
export const WHOLE = 0.6
/** Below this, what is shared is an idiom. */
export const WEAK_BITS = 50

/** The rules, each with what it is for; the first that holds decides. */
export function decideFile({ bits, ofOriginal, ofCandidate }: FileMeasures): {
  class: MatchClass
  strength: Strength
} {
  const matchClass = ofOriginal >= WHOLE ? 'modified' : 'partial'
  if (bits >= STRONG_BITS) return { class: matchClass, strength: 'strong' }
  if (bits >= STRONG_BITS_OF_WHOLE && ofOriginal >= WHOLE && ofCandidate >= WHOLE)
    return { class: matchClass, strength: 'strong' }
  if (bits >= WEAK_BITS) return { class: matchClass, strength: 'weak' }
  return { class: 'none', strength: 'none' }
}

/** Evidence that an identical file must hold to speak for itself: a licence or a one-line file is anyone's. */
export const IDENTICAL_BITS = 40
