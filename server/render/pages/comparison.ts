import type { MatchedRange } from '../../core/match/types.ts'
import type { Badge } from './badge.ts'
import type { SideBySide } from './compare/side-by-side.ts'

/** One found file and its original. */
export interface Comparison {
  path: string
  original: string
  class: string
  strength: Badge
  bits: number
  ofOriginal: number
  ofCandidate: number
  reason: string
  blob: string
  ranges: MatchedRange[]
  permalink: string | null
  /** Null where a text is not kept; `why` says so. */
  sides: SideBySide | null
  why: string | null
}
