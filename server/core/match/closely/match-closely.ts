import type { Stream } from '../../fingerprint/channel.ts'
import type { ReadingRules } from '../../fingerprint/reading-rules.ts'
import type { Tokens } from '../../fingerprint/tokens.ts'
import type { Inside, Lines } from '../../unwrap/inside.ts'
import type { Stretch } from '../chain.ts'
import { MODIFIED } from '../decide-file.ts'
import { commonTokens } from '../common-tokens.ts'
import type { Seed } from '../find-seeds.ts'
import { idsOf } from '../known-tokens.ts'
import { mergeRanges } from '../ranges.ts'
import { AS_GOOD } from '../share-out.ts'
import { KEPT_NAMES, trimEnds } from '../run-lines.ts'
import { byEvidence } from '../segments.ts'
import { publicStopList } from '../stop-list.ts'
import type { FileMatch, MatchedRange, OriginalMatch } from '../types.ts'
import type { WorkIndex } from '../work-index.ts'
import { readCommentLines, type CodePart } from './comment-lines.ts'
import { isCopyFromEndToEnd } from './decide-alike.ts'
import { likelyOriginals } from './likely-originals.ts'
import { isText, layBeside, measureAlike, type Alike } from './measure-alike.ts'
import { sharesMost } from './shares-most.ts'
import { readingsOf, type Readings } from './readings.ts'
import { sequenceOfCandidate, sequenceOfVariant, type Sequence } from './sequence.ts'

/** Tokens. A longer file shows itself by its passages. */
const LONGEST = 1200
/** With what compilers put into it. */
const LONGEST_COMPILED = 2000

/**
 * Looks at a small file as a whole, beside the originals that it may be a copy of: imports, numbers and the lines of
 * comments count too. It finds what is too short, too edited or too renamed for passages: half of a small file, a
 * file of which all but its comments and texts was renamed. Strong or nothing.
 */
export function matchClosely(
  index: WorkIndex,
  { bytes, lines: breaks }: Inside,
  rules: ReadingRules,
  tokens: Tokens,
  seeds: readonly Seed[],
): FileMatch | undefined {
  if (tokens.count > LONGEST_COMPILED) return undefined
  const readings = readingsOf(index)
  const { lines, stream } = readings
  const code = readCommentLines(bytes, rules, tokens, lines)
  const own = once(() => ownTokens(tokens, code, stream))
  const length = () => own().count + lines.count
  const { sharing, ofSameShape } = likelyOriginals(index, readings, bytes, [tokens, lines], seeds, length)
  const likely = new Set([...sharing, ...ofSameShape])
  if (likely.size === 0 || own().count > LONGEST) return undefined
  const ids = { tokens: idsOf(index, bytes, tokens), lines: idsOf(index, bytes, lines) }
  const theirs = sequenceOfCandidate(tokens, lines, ids, own().common, code)
  const found: OriginalMatch[] = []
  for (const original of likely) {
    // Where everything was renamed, nothing but the shape is shared.
    if (!ofSameShape.has(original) && !sharesMost(index, original, readings, theirs)) continue
    const best = mostAlike(index, original, readings, theirs)
    if (best && isCopyFromEndToEnd(best.alike)) found.push(describe(index, original, best, theirs, breaks))
  }
  const [first] = found.sort(byEvidence)
  if (!first) return undefined
  // Originals of one work may be much alike: the others are what the true one looks like.
  const originals = found.filter(({ bits }) => bits >= first.bits * AS_GOOD)
  return { class: first.class, strength: first.strength, originals }
}

/** Without what compilers put into every file, and what was read as code but is the rest of a comment. */
function ownTokens(tokens: Tokens, code: CodePart, stream: Stream): { common: Uint8Array; count: number } {
  const common = commonTokens(tokens, publicStopList().grams, stream)
  let count = 0
  for (let token = 0; token < tokens.count; token++)
    if (common[token] === 0 && tokens.start[token]! >= code.start && tokens.start[token]! < code.end) count++
  return { common, count }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

interface Best {
  alike: Alike
  ours: Sequence
  variant: number
}

/** Shares of what is the file's own. A reading that follows the original as it is no farther is not followed in other forms either. */
const WORTH_OTHER_FORMS = 0.2
/** What a copy from end to end cannot fall below. */
const FOLLOWED = 0.4

/** Of an original's readings, the one that the file follows farthest; undefined when it follows none far enough. */
function mostAlike(
  index: WorkIndex,
  original: number,
  { code, comments }: Readings,
  theirs: Sequence,
): Best | undefined {
  let best: (Omit<Best, 'alike'> & { chain: Stretch[]; shared: number }) | undefined
  const own = theirs.isPublic.reduce((count, isPublic) => count - isPublic, theirs.symbol.length)
  for (const variant of code.get(original) ?? []) {
    const ours = sequenceOfVariant(index, variant, comments.get(original))
    const chain = layBeside(ours, theirs)
    const shared = chain.reduce((sum, { length }) => sum + length, 0)
    if (!best || shared > best.shared) best = { ours, variant, chain, shared }
    if (best.shared < own * WORTH_OTHER_FORMS) break
  }
  if (!best || best.shared < own * FOLLOWED) return undefined
  const { ours, variant, chain } = best
  return { alike: measureAlike(index, ours, theirs, chain), ours, variant }
}

function describe(
  index: WorkIndex,
  original: number,
  { alike, ours, variant }: Best,
  theirs: Sequence,
  breaks: Lines,
): OriginalMatch {
  const { bits, tokenBits, ofOriginal, ofCandidate, shared } = alike
  const reading = index.variantNames[index.variants.name[variant]!]!
  return {
    path: index.originals[original]!.path,
    class: ofOriginal >= MODIFIED ? 'modified' : 'partial',
    strength: 'strong',
    bits: Math.round(bits),
    ofOriginal,
    ofCandidate,
    ranges: mergeRanges(rangesOf(alike, ours, theirs, breaks)),
    reason:
      `Compared from end to end, imports and comments too: ${shared} of the file's ${theirs.symbol.length} tokens ` +
      `and lines of comment stand in the original (${reading}) in order; names, texts and comments that both have ` +
      `give ${Math.round(tokenBits)} bits, their order ${Math.round(bits - tokenBits)}.`,
  }
}

function rangesOf({ chain, shared }: Alike, ours: Sequence, theirs: Sequence, breaks: Lines): MatchedRange[] {
  const isSame = (original: number, candidate: number) => ours.id[original] === theirs.id[candidate]
  let same = 0
  for (const { candidate, original, length } of chain)
    for (let i = 0; i < length; i++) if (isSame(original + i, candidate + i)) same++
  const keepsNames = same >= shared * KEPT_NAMES
  return chain.map(({ candidate, original, length }) => {
    const { first, last } = keepsNames
      ? trimEnds(
          length,
          (at) => isSame(original + at, candidate + at),
          (at) => isText(ours.kind[original + at]!),
        )
      : { first: 0, last: length - 1 }
    const own = ours.place.subarray(original + first, original + last + 1)
    return {
      candidate: [
        breaks.lineOf(theirs.place[candidate + first]!),
        breaks.lineOf(theirs.place[candidate + last]!),
      ],
      original: [own.reduce((a, b) => Math.min(a, b)), own.reduce((a, b) => Math.max(a, b))],
    }
  })
}
