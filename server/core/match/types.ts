/** How a candidate file matches: DESIGN's words. `port` is the same work in another language and never strong. */
export type MatchClass = 'exact' | 'normalized' | 'modified' | 'partial' | 'port' | 'none'

/** Whether the evidence alone supports a claim. */
export type Strength = 'strong' | 'weak' | 'none'

/** Lines from 1, both ends inclusive: the same run of tokens in the candidate and in the original. */
export interface MatchedRange {
  candidate: [first: number, last: number]
  original: [first: number, last: number]
}

/** What one original contributes to a candidate file. */
export interface OriginalMatch {
  /** Path of the original, relative to the work's source. */
  path: string
  class: MatchClass
  strength: Strength
  /** Evidence in bits: the sum over distinct shared tokens of how surprising each one is. */
  bits: number
  /** Share of the original found in the candidate, 0 to 1. */
  ofOriginal: number
  /** Share of the candidate covered by the original, 0 to 1. */
  ofCandidate: number
  ranges: MatchedRange[]
  /** Why, in words that a reviewer can check. */
  reason: string
}

/** The judgement of one candidate file. `originals` is ordered by evidence, best first. */
export interface FileMatch {
  class: MatchClass
  strength: Strength
  originals: OriginalMatch[]
}
