import { Kind, type Tokens } from '../../fingerprint/tokens.ts'
import type { CodePart } from './comment-lines.ts'
import { variantTokens } from '../bits-of.ts'
import { canBeEvidence } from '../rarity.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from '../work-index.ts'

/**
 * A file from end to end, imports, numbers and comments too. Identifiers look alike, so that a renamed copy has the
 * same symbols; ids tell which of them are the same.
 */
export interface Sequence {
  symbol: Int32Array
  /** The dictionary's id of each text; negative where it is none that an original holds. */
  id: Int32Array
  kind: Uint8Array
  /** The lines of an original, the byte offsets of a candidate. */
  place: Int32Array
  /** Marked 1: what the baseline holds, and what everyone has. */
  isPublic: Uint8Array
}

/** A line of a comment, in a sequence. */
export const COMMENT = 15
const IDENTIFIER = -1

class SequenceBuilder {
  count = 0
  readonly sequence: Sequence

  constructor(capacity: number) {
    this.sequence = {
      symbol: new Int32Array(capacity),
      id: new Int32Array(capacity),
      kind: new Uint8Array(capacity),
      place: new Int32Array(capacity),
      isPublic: new Uint8Array(capacity),
    }
  }

  push(kind: number, id: number, place: number, isPublic: boolean): void {
    if (kind === Kind.declarer || kind === Kind.scaffold || kind === Kind.import) return
    const at = this.count++
    const { sequence } = this
    sequence.kind[at] = kind
    sequence.id[at] = id
    sequence.place[at] = place
    sequence.isPublic[at] = isPublic ? 1 : 0
    const isIdentifier = kind !== Kind.string && canBeEvidence(kind)
    // What no original holds equals nothing, not even itself.
    sequence.symbol[at] = isIdentifier ? IDENTIFIER : id < 0 ? -2 - at : id * 16 + kind
  }

  finish(): Sequence {
    const { symbol, id, kind, place, isPublic } = this.sequence
    const { count } = this
    return {
      symbol: symbol.subarray(0, count),
      id: id.subarray(0, count),
      kind: kind.subarray(0, count),
      place: place.subarray(0, count),
      isPublic: isPublic.subarray(0, count),
    }
  }
}

/**
 * @param ids the dictionary's ids of the tokens and of the lines of comments
 * @param common marks the tokens that everyone has
 * @param code what was read as code outside of it is the rest of a comment
 */
export function sequenceOfCandidate(
  tokens: Tokens,
  lines: Tokens,
  ids: { tokens: Int32Array; lines: Int32Array },
  common: Uint8Array,
  code: CodePart,
): Sequence {
  const out = new SequenceBuilder(tokens.count + lines.count)
  let line = 0
  for (let token = 0; token <= tokens.count; token++) {
    const start = token < tokens.count ? tokens.start[token]! : Infinity
    for (; line < lines.count && lines.start[line]! < start; line++)
      out.push(COMMENT, ids.lines[line]!, lines.start[line]!, false)
    if (start >= code.start && start < code.end)
      out.push(tokens.kind[token]!, ids.tokens[token]!, start, common[token] === 1)
  }
  return out.finish()
}

/** @param comments the reading of the same original that holds the lines of its comments, if it has any */
export function sequenceOfVariant(index: WorkIndex, variant: number, comments: number | undefined): Sequence {
  const code = variantTokens(index, variant)
  const said = comments === undefined ? new Int32Array() : variantTokens(index, comments)
  const [codeLines, saidLines] = [linesOf(index, variant), linesOf(index, comments)]
  const out = new SequenceBuilder(code.length + said.length)
  let line = 0
  for (let token = 0; token <= code.length; token++) {
    const place = codeLines[token] ?? Infinity
    for (; line < said.length && saidLines[line]! <= place; line++)
      out.push(COMMENT, packedId(said[line]!), saidLines[line]!, isPublic(said[line]!))
    if (token === code.length) break
    const packed = code[token]!
    out.push(packedKind(packed), packedId(packed), place, isPublic(packed))
  }
  return out.finish()
}

/** The original's line for each token of a reading. */
function linesOf({ variants, lineToken, lineNumber }: WorkIndex, variant: number | undefined): Int32Array {
  if (variant === undefined) return new Int32Array()
  const lines = new Int32Array(variants.tokenStart[variant + 1]! - variants.tokenStart[variant]!)
  const last = variants.lineStart[variant + 1]! - 1
  for (let line = variants.lineStart[variant]!; line <= last; line++)
    lines.fill(lineNumber[line]!, lineToken[line], line < last ? lineToken[line + 1] : lines.length)
  return lines
}
