import { isListing, isMadeListing } from './table.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** Symbols. A long stretch is looked at piece by piece: lists begin and end anywhere. */
const PIECE = 16
/** Where entries are long, so are pieces. */
const MADE_PIECE = 64
/** A stretch of this many symbols at most is looked at as a whole as well: it may be no more than a list. */
const SHORT = 128

/** Tells which tokens of one side stand in a list, looking only where it is asked to, and nowhere twice. */
export class ListReader {
  private readonly symbols: Int32Array
  /** By token: its place in the stream, or that of the next one that has any. */
  private readonly places: Int32Array
  private readonly pieces = new Map<number, boolean>()
  private readonly madePieces = new Map<number, boolean>()
  private readonly stretches = new Map<number, boolean>()

  /** @param stream the side as the channel sees it that keeps what stands between names */
  constructor({ symbol, token }: VerifiedStream, tokenCount: number) {
    this.symbols = symbol
    this.places = new Int32Array(tokenCount + 1)
    let next = 0
    for (let at = 0; at < token.length; at++) for (; next <= token[at]!; next++) this.places[next] = at
    this.places.fill(token.length, next)
  }

  /** Whether the stretch from the token `first` to `last` is a list by itself. */
  isList(first: number, last: number): boolean {
    const [from, to] = [this.places[first]!, this.places[last + 1]!]
    if (to - from > SHORT) return false
    return remembered(this.stretches, from * (SHORT + 1) + to - from, () => isListing(this.symbols, from, to))
  }

  /** Whether the token stands in a list, as what stands around it shows. */
  isInList(token: number): boolean {
    const place = this.places[token]!
    return (
      inPiece(this.pieces, this.symbols, place, PIECE, isListing) ||
      inPiece(this.madePieces, this.symbols, place, MADE_PIECE, isMadeListing)
    )
  }
}

function inPiece(
  known: Map<number, boolean>,
  symbols: Int32Array,
  place: number,
  length: number,
  isList: typeof isListing,
): boolean {
  const from = place - (place % length)
  return remembered(known, from, () => isList(symbols, from, Math.min(from + length, symbols.length)))
}

function remembered(known: Map<number, boolean>, key: number, find: () => boolean): boolean {
  let answer = known.get(key)
  if (answer === undefined) {
    answer = find()
    known.set(key, answer)
  }
  return answer
}
