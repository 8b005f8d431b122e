import { keepsText, type Channel, type Stream } from '../fingerprint/channel.ts'
import type { Tokens } from '../fingerprint/tokens.ts'
import { GrowingInts } from './growing.ts'
import { canBeEvidence, EIGHTHS, isImport } from './rarity.ts'
import { COMMENTS, PASSAGES } from './source-file.ts'
import { comparedText, isComparedAsWritten, type DictionaryBuilder } from './token-dictionary.ts'
import { LEAST_SHAPE, wholeHash } from './whole-hash.ts'
import { isPublic, markPublic, packedId, packedKind, packToken, type VariantTable } from './work-index.ts'

/** For each symbol of a k-gram; hundreds of k-grams in one place make a copy that was renamed throughout. */
const SHAPE_BITS = 0.1

/** Collects the readings of originals: their tokens, their lines, the hash of each as a whole. */
export class VariantBuilder {
  readonly dictionary: DictionaryBuilder
  readonly names: string[] = []
  readonly original = new GrowingInts()
  readonly tokens = new GrowingInts()
  private readonly name = new GrowingInts()
  private readonly tokenStart = new GrowingInts()
  private readonly lineStart = new GrowingInts()
  private readonly lineToken = new GrowingInts()
  private readonly lineNumber = new GrowingInts()
  private readonly shapes: { high: number; low: number; variant: number }[] = []
  private readonly wholes: { high: number; low: number; variant: number }[] = []
  /** The wholes of the original read last: a tool that changed no token gives no further reading. */
  private readonly ofLast = new Set<string>()
  private last = -1

  constructor(dictionary: DictionaryBuilder) {
    this.dictionary = dictionary
  }

  /** The new variant's place, or -1 when the original has the same reading already. */
  add(
    original: number,
    name: string,
    bytes: Uint8Array,
    tokens: Tokens,
    lineOf: (line: number) => number,
  ): number {
    const { high, low } = wholeHash(tokens)
    if (original !== this.last) this.ofLast.clear()
    this.last = original
    if (tokens.count === 0 || this.ofLast.has(`${high} ${low}`)) return -1
    this.ofLast.add(`${high} ${low}`)
    const variant = this.original.length
    if (name !== PASSAGES && name !== COMMENTS) this.wholes.push({ high, low, variant })
    this.original.push(original)
    this.name.push(this.placeOf(name))
    this.tokenStart.push(this.tokens.length)
    this.lineStart.push(this.lineToken.length)
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.kind[i]!
      const [hash, start, end] = [tokens.hash[i]!, tokens.start[i]!, tokens.end[i]!]
      const id = isComparedAsWritten(kind)
        ? this.dictionary.internPart(hash, bytes, start, end)
        : this.dictionary.intern(hash, comparedText(kind, bytes, start, end))
      this.tokens.push(packToken(id, kind))
    }
    this.addLines(bytes, tokens, lineOf)
    return variant
  }

  /** The shape of the variant added last: all its structure, whatever things are called. */
  addShape(stream: Stream): void {
    if (stream.count >= LEAST_SHAPE)
      this.shapes.push({ ...wholeHash(stream), variant: this.original.length - 1 })
  }

  /** @param token counted within the variant added last */
  markPublic(token: number): void {
    const at = this.tokenStart.values[this.tokenStart.length - 1]! + token
    this.tokens.values[at] = markPublic(this.tokens.values[at]!)
  }

  /**
   * Marks what stands on lines of the original that are somebody else's; answers which tokens that are.
   * @param isBorrowed whether a line of the original is
   */
  markBorrowed(isBorrowed: (line: number) => boolean): Uint8Array {
    const firstToken = this.tokenStart.values[this.tokenStart.length - 1]!
    const borrowed = new Uint8Array(this.tokens.length - firstToken)
    const firstLine = this.lineStart.values[this.lineStart.length - 1]!
    for (let at = firstLine; at < this.lineToken.length; at++) {
      if (!isBorrowed(this.lineNumber.values[at]!)) continue
      const end = at + 1 < this.lineToken.length ? this.lineToken.values[at + 1]! : borrowed.length
      for (let token = this.lineToken.values[at]!; token < end; token++) {
        borrowed[token] = 1
        this.markPublic(token)
      }
    }
    return borrowed
  }

  /** The id of a token of the variant added last; -1 for what is public. */
  ownIdOf(token: number): number {
    const packed = this.tokens.values[this.tokenStart.values[this.tokenStart.length - 1]! + token]!
    return isPublic(packed) ? -1 : packedId(packed)
  }

  /**
   * What a k-gram shows by itself, in bits: its texts, and a little for its shape.
   * @param places tokens of the variant added last
   */
  bitsOf(places: Int32Array, channel: Channel): number {
    const base = this.tokenStart.values[this.tokenStart.length - 1]!
    // A few of them: looking through a list is quicker than a set.
    const ids: number[] = []
    let eighths = 0
    for (const place of places) {
      const packed = this.tokens.values[base + place]!
      const kind = packedKind(packed)
      if (isPublic(packed) || !(canBeEvidence(kind) || isImport(kind)) || !keepsText(channel, kind)) continue
      const id = packedId(packed)
      if (ids.includes(id)) continue
      ids.push(id)
      eighths += this.dictionary.rarity(id)
    }
    return Math.min(255, Math.round(eighths / EIGHTHS + channel.k * SHAPE_BITS))
  }

  finish(): {
    variantNames: string[]
    variants: VariantTable
    tokens: Int32Array
    lineToken: Int32Array
    lineNumber: Int32Array
    wholes: Int32Array
    shapes: Int32Array
  } {
    this.tokenStart.push(this.tokens.length)
    this.lineStart.push(this.lineToken.length)
    return {
      variantNames: this.names,
      variants: {
        original: this.original.finish(),
        name: this.name.finish(),
        tokenStart: this.tokenStart.finish(),
        lineStart: this.lineStart.finish(),
      },
      tokens: this.tokens.finish(),
      lineToken: this.lineToken.finish(),
      lineNumber: this.lineNumber.finish(),
      wholes: sorted(this.wholes),
      shapes: sorted(this.shapes),
    }
  }

  private placeOf(name: string): number {
    const at = this.names.indexOf(name)
    return at >= 0 ? at : this.names.push(name) - 1
  }

  private addLines(bytes: Uint8Array, tokens: Tokens, lineOf: (line: number) => number): void {
    let line = 1
    let at = 0
    let last = 0
    for (let i = 0; i < tokens.count; i++) {
      for (const start = tokens.start[i]!; at < start; at++) if (bytes[at] === 0x0a) line++
      if (line === last) continue
      last = line
      this.lineToken.push(i)
      this.lineNumber.push(lineOf(line))
    }
  }
}

function sorted(hashes: { high: number; low: number; variant: number }[]): Int32Array {
  hashes.sort((a, b) => a.high - b.high || a.low - b.low || a.variant - b.variant)
  return Int32Array.from(hashes.flatMap(({ high, low, variant }) => [high, low, variant]))
}
