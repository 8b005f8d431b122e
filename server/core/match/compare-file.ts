import { channels, project, Stream } from '../fingerprint/channel.ts'
import { gitBlobId } from '../fingerprint/git-blob-id.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { lex } from '../fingerprint/lex.ts'
import { readingRules, type ReadingRules } from '../fingerprint/reading-rules.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../fingerprint/winnow.ts'
import { bitsOfWhole, variantTokens } from './bits-of.ts'
import { decideFile, IDENTICAL_BITS, WEAK_BITS_OF_WHOLE } from './decide-file.ts'
import type { CandidateTokens, Evidence, Streams } from './evidence.ts'
import { extendSeeds } from './extend-seeds.ts'
import { findSeeds, type Seed } from './find-seeds.ts'
import { isBinary } from './is-binary.ts'
import { countBreaks, LineIndex } from './line-index.ts'
import { matchBlobId } from './match-blob-id.ts'
import { mergeRanges } from './ranges.ts'
import { byEvidence, mergeSegments, SEGMENT, segmentsOf } from './segments.ts'
import { shareOut } from './share-out.ts'
import { comparedText, tokenId, tokenText } from './token-dictionary.ts'
import type { FileMatch, OriginalMatch } from './types.ts'
import { variantStream, verifiedStream, type VerifiedStream } from './verified-stream.ts'
import { wholeHash } from './whole-hash.ts'
import { packedId, type WorkIndex } from './work-index.ts'

const none: FileMatch = { class: 'none', strength: 'none', originals: [] }

/**
 * Compares one candidate file with a work. Pure; the same answer for the same index and bytes. Never throws, and
 * memory is bounded beyond the bytes given: a large file is read in segments.
 */
export function compareFile(index: WorkIndex, file: { path: string; bytes: Uint8Array }): FileMatch {
  const exact = matchBlobId(index, gitBlobId(file.bytes))
  if (exact) return exact
  if (isBinary(file.bytes)) return none
  const rules = readingRules(languageOf(file.path, file.bytes))
  if (file.bytes.length <= SEGMENT) return compareText(index, file.bytes, rules)
  const parts: Parameters<typeof mergeSegments>[0][number][] = []
  let firstLine = 1
  for (const { start, end } of segmentsOf(file.bytes)) {
    const bytes = file.bytes.subarray(start, end)
    parts.push({
      match: compareText(index, bytes, rules),
      share: bytes.length / file.bytes.length,
      firstLine,
    })
    firstLine += countBreaks(bytes)
  }
  return mergeSegments(parts)
}

function compareText(index: WorkIndex, bytes: Uint8Array, rules: ReadingRules): FileMatch {
  const { tokens } = scratchOf(index)
  lex(bytes, 0, bytes.length, rules, tokens)
  const match = matchWhole(index, bytes, tokens) ?? matchParts(index, bytes)
  if (match.strength === 'strong' || tokens.commentedCode === 0) return match
  // A copy that was commented out, or pasted into a comment, is a copy.
  lex(bytes, 0, bytes.length, rules, tokens, 'read')
  const commented = matchParts(index, bytes)
  return totalBits(commented) > totalBits(match) ? commented : match
}

function totalBits(match: FileMatch): number {
  return match.originals.reduce((sum, { bits }) => sum + bits, 0)
}

/** Looks for parts of originals among the tokens just read. */
function matchParts(index: WorkIndex, bytes: Uint8Array): FileMatch {
  const { tokens, stream, found } = scratchOf(index)
  const seeds: Seed[] = []
  for (const [channel, rules] of channels.entries()) {
    project(tokens, rules, stream)
    winnow(stream, rules, found)
    findSeeds(index, found, channel, seeds)
  }
  if (seeds.length === 0) return none
  const candidate = knownTokens(index, bytes, tokens)
  const streams = streamsOf(index, tokens, candidate)
  const runs = extendSeeds(seeds, streams.candidate, streams.variant)
  return judge(index, shareOut(index, runs, streams, candidate))
}

interface Scratch {
  tokens: Tokens
  stream: Stream
  found: Fingerprints
}

/** Buffers that are filled anew for each file; allocating them for each would cost more than reading it. */
const scratch = new WeakMap<WorkIndex, Scratch>()

function scratchOf(index: WorkIndex): Scratch {
  let buffers = scratch.get(index)
  if (!buffers) {
    buffers = { tokens: new Tokens(), stream: new Stream(), found: new Fingerprints() }
    scratch.set(index, buffers)
  }
  return buffers
}

/** The same tokens from the first to the last: another layout, other comments, nothing else. */
function matchWhole(index: WorkIndex, bytes: Uint8Array, tokens: Tokens): FileMatch | undefined {
  const { high, low } = wholeHash(tokens)
  const originals = new Map<number, number>()
  const { wholes } = index
  for (let at = firstWhole(wholes, high); at < wholes.length && wholes[at] === high; at += 3) {
    const variant = wholes[at + 2]!
    if (wholes[at + 1] === low && hasSameTokens(index, variant, bytes, tokens))
      originals.set(
        index.variants.original[variant]!,
        originals.get(index.variants.original[variant]!) ?? variant,
      )
  }
  const lines = new LineIndex(bytes)
  const matches: OriginalMatch[] = []
  for (const [original, variant] of originals) {
    const entry = index.originals[original]!
    if (entry.public) continue
    const bits = bitsOfWhole(index, variantTokens(index, variant))
    if (bits < WEAK_BITS_OF_WHOLE) continue
    const reading = index.variantNames[index.variants.name[variant]!]!
    matches.push({
      path: entry.path,
      class: 'normalized',
      strength: bits >= IDENTICAL_BITS ? 'strong' : 'weak',
      bits: Math.round(bits),
      ofOriginal: 1,
      ofCandidate: 1,
      ranges: [{ candidate: [1, lines.lineOf(bytes.length - 1)], original: [1, entry.lines] }],
      reason: `All ${tokens.count} tokens in order, read ${reading}: only layout and comments differ.`,
    })
  }
  const best = matches.sort((a, b) => (a.path < b.path ? -1 : 1))[0]
  return best && { class: 'normalized', strength: best.strength, originals: matches }
}

function firstWhole(wholes: Int32Array, high: number): number {
  let from = 0
  let to = wholes.length / 3
  while (from < to) {
    const middle = (from + to) >>> 1
    if (wholes[middle * 3]! < high) from = middle + 1
    else to = middle
  }
  return from * 3
}

function hasSameTokens(index: WorkIndex, variant: number, bytes: Uint8Array, tokens: Tokens): boolean {
  const start = index.variants.tokenStart[variant]!
  if (index.variants.tokenStart[variant + 1]! - start !== tokens.count) return false
  for (let i = 0; i < tokens.count; i++) {
    const text = comparedText(tokens.kind[i]!, bytes, tokens.start[i]!, tokens.end[i]!)
    if (tokenId(index.dictionary, tokens.hash[i]!, text) !== packedId(index.tokens[start + i]!)) return false
  }
  return true
}

function knownTokens(index: WorkIndex, bytes: Uint8Array, tokens: Tokens): CandidateTokens {
  const ids = new Int32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    const text = comparedText(tokens.kind[i]!, bytes, tokens.start[i]!, tokens.end[i]!)
    ids[i] = tokenId(index.dictionary, tokens.hash[i]!, text)
  }
  const lines = new LineIndex(bytes)
  return {
    count: tokens.count,
    kinds: tokens.kind,
    ids,
    lineOf: (token) => lines.lineOf(tokens.start[token]!),
  }
}

function streamsOf(index: WorkIndex, tokens: Tokens, candidate: CandidateTokens): Streams {
  const theirs = new Map<number, VerifiedStream>()
  const ours = new Map<number, VerifiedStream>()
  return {
    candidate(channel) {
      let stream = theirs.get(channel)
      if (!stream) {
        const { kind } = tokens
        stream = verifiedStream(
          candidate.count,
          (token) => kind[token]!,
          (token) => candidate.ids[token]!,
          channels[channel]!,
        )
        theirs.set(channel, stream)
      }
      return stream
    },
    variant(variant, channel) {
      const key = variant * channels.length + channel
      let stream = ours.get(key)
      if (!stream) {
        stream = variantStream(index, variant, channels[channel]!)
        ours.set(key, stream)
      }
      return stream
    },
  }
}

function judge(index: WorkIndex, evidence: readonly Evidence[]): FileMatch {
  const originals: OriginalMatch[] = []
  const company = evidence.filter((found) => decideFile(found, 0).strength === 'strong').length
  for (const found of evidence) {
    const decision = decideFile(found, company)
    const entry = index.originals[found.original]!
    if (decision.strength === 'none' || entry.public) continue
    originals.push({
      path: entry.path,
      ...decision,
      bits: Math.round(found.bits),
      ofOriginal: found.ofOriginal,
      ofCandidate: found.ofCandidate,
      ranges: mergeRanges(found.ranges),
      reason: reasonOf(index, found),
    })
  }
  originals.sort(byEvidence)
  const best = originals[0]
  return best ? { class: best.class, strength: best.strength, originals } : none
}

const SHOWN = 3
const LONGEST_SHOWN = 40

function reasonOf(index: WorkIndex, evidence: Evidence): string {
  const { shared, ofShared, longestRun, tokens, variant, bits, tokenBits, passageBits } = evidence
  const rarest = tokens
    .slice(0, SHOWN)
    .map((id) => `“${tokenText(index.dictionary, id).slice(0, LONGEST_SHOWN)}”`)
    .join(', ')
  const reading = index.variantNames[index.variants.name[variant] ?? -1] ?? 'as is'
  return (
    `${shared} of ${ofShared} tokens of the original (${reading}) in order, the longest run ${longestRun}; ` +
    `${tokens.length} distinct names and texts give ${Math.round(tokenBits)} bits (${Math.round(passageBits)} in one passage), their order ${Math.round(bits - tokenBits)}` +
    (rarest === '' ? '.' : `; rarest shared: ${rarest}.`)
  )
}
