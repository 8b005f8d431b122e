import type { MatchedRange } from '../../core/match/types.ts'
import type { Badge } from './badge.ts'
import type { ComparedBlock } from './compare/side-by-side.ts'

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
  /** What the conditions below come to. */
  conditionsSay: string
  /** What would make it strong, with what was found: one that holds is enough. */
  conditions: { wanted: string; found: string; answer: string; tone: Badge['tone'] }[]
  ranges: (MatchedRange & { permalink: string | null })[]
  permalink: string | null
  /** Null where a text is not kept; `why` says so. */
  sides: {
    blocks: (ComparedBlock & { permalink: string | null })[]
    /** Rows before and after those shown, and where they are. */
    before: number
    after: number
    earlier: string | null
    later: string | null
  } | null
  why: string | null
}
