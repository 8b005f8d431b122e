import type { MatchedRange } from './types.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** What runs show for one original: the measures that a decision rests on. */
export interface Evidence {
  original: number
  /** Tokens and structure together. */
  bits: number
  /** The part of the bits that lies in what is shared word for word. */
  tokenBits: number
  /** The part of them that lies in tables and lists. */
  tableBits: number
  /** The most that one unbroken run gives in what is shared word for word. */
  passageBits: number
  /** The part of the bits that whole sentences in tables give. */
  writtenBits: number
  /** The longest run that tells as much as a function does, counted in tokens that are the same word for word. */
  passageTokens: number
  /** What is shared is a short text in quotes or in a comment. */
  isShortText: boolean
  /** The distinct shared tokens by id, most surprising first. */
  tokens: number[]
  /** The longest run, in symbols of its channel. */
  longestRun: number
  /** Of the reading that shows most: how many of its symbols lie in runs, and how many it has. */
  shared: number
  ofShared: number
  /** Share of the original found in the candidate, and of the candidate covered, 0 to 1. */
  ofOriginal: number
  ofCandidate: number
  /** Place in the index's variants of the reading that shows most. */
  variant: number
  ranges: MatchedRange[]
}

/** The streams of both sides, made when first asked for. */
export interface Streams {
  candidate: (channel: number) => VerifiedStream
  /** How many symbols of the candidate are not what everyone has. */
  ownOfCandidate: (channel: number) => number
  variant: (variant: number, channel: number) => VerifiedStream
}

/** What is known of the candidate's tokens. */
export interface CandidateTokens {
  count: number
  /** The tokens that everyone has, marked 1. */
  common: Uint8Array
  /** What part of the file these tokens are, 0 to 1. */
  share: number
  kinds: Uint8Array
  /** The dictionary's id of each token; UNKNOWN for a text that no original holds. */
  ids: Int32Array
  /** How the candidate writes the token with this id. */
  textOf: (id: number) => string
  /** The line (from 1) of each token's first byte. */
  lineOf: (token: number) => number
  /** The same, so many line breaks after it. */
  lineAfter: (token: number, breaks: number) => number
  /** How many lines after the last token hold nothing but brackets that close what these tokens opened. */
  closingLines: (first: number, last: number) => number
}
