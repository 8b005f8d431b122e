import type { ReadingRules } from '../../fingerprint/reading-rules.ts'
import type { Tokens } from '../../fingerprint/tokens.ts'
import type { Inside, Lines } from '../../unwrap/inside.ts'
import type { Stretch } from '../chain.ts'
import { MODIFIED } from '../decide-file.ts'
import { idsOf } from '../known-tokens.ts'
import { mergeRanges } from '../ranges.ts'
import { AS_GOOD } from '../share-out.ts'
import { byEvidence } from '../segments.ts'
import type { FileMatch, MatchedRange, OriginalMatch } from '../types.ts'
import type { WorkIndex } from '../work-index.ts'
import { readCommentLines, type CodePart } from './comment-lines.ts'
import { isCopyFromEndToEnd } from './decide-alike.ts'
import { likelyOriginals } from './likely-originals.ts'
import { layBeside, measureAlike, type Alike } from './measure-alike.ts'
import { sharesMost } from './shares-most.ts'
import { readingsOf, type Readings } from './readings.ts'
import { sequenceOfCandidate, sequenceOfVariant, type Sequence } from './sequence.ts'

/** Tokens. A longer file shows itself by its passages. */
const LONGEST = 1200

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
): FileMatch | undefined {
  if (tokens.count > LONGEST) return undefined
  const readings = readingsOf(index)
  const { lines } = readings
  const code = readCommentLines(bytes, rules, tokens, lines)
  const likely = likelyOriginals(index, readings, bytes, [tokens, lines], lengthOf(tokens, lines, code))
  if (likely.length === 0) return undefined
  const ids = { tokens: idsOf(index, bytes, tokens), lines: idsOf(index, bytes, lines) }
  const theirs = sequenceOfCandidate(tokens, lines, ids, code)
  const found: OriginalMatch[] = []
  for (const original of likely) {
    if (!sharesMost(index, original, readings, theirs)) continue
    const best = mostAlike(index, original, readings, theirs)
    if (best && isCopyFromEndToEnd(best.alike)) found.push(describe(index, original, best, theirs, breaks))
  }
  const [first] = found.sort(byEvidence)
  if (!first) return undefined
  // Originals of one work may be much alike: the others are what the true one looks like.
  const originals = found.filter(({ bits }) => bits >= first.bits * AS_GOOD)
  return { class: first.class, strength: first.strength, originals }
}

function lengthOf({ count, start }: Tokens, lines: Tokens, code: CodePart): number {
  let inside = 0
  for (let token = 0; token < count; token++)
    if (start[token]! >= code.start && start[token]! < code.end) inside++
  return inside + lines.count
}

interface Best {
  alike: Alike
  ours: Sequence
  variant: number
}

/** A reading that follows the original as it is no farther than this is not followed in other forms either. */
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
  for (const variant of code.get(original) ?? []) {
    const ours = sequenceOfVariant(index, variant, comments.get(original))
    const chain = layBeside(ours, theirs)
    const shared = chain.reduce((sum, { length }) => sum + length, 0)
    if (!best || shared > best.shared) best = { ours, variant, chain, shared }
    if (best.shared < theirs.symbol.length * WORTH_OTHER_FORMS) break
  }
  if (!best || best.shared < theirs.symbol.length * FOLLOWED) return undefined
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

function rangesOf({ chain }: Alike, ours: Sequence, theirs: Sequence, breaks: Lines): MatchedRange[] {
  return chain.map(({ candidate, original, length }) => {
    const own = ours.place.subarray(original, original + length)
    const [first, last] = [theirs.place[candidate]!, theirs.place[candidate + length - 1]!]
    return {
      candidate: [breaks.lineOf(first), breaks.lineOf(last)],
      original: [own.reduce((a, b) => Math.min(a, b)), own.reduce((a, b) => Math.max(a, b))],
    }
  })
}
