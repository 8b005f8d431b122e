import { channels, project, Stream } from '../fingerprint/channel.ts'
import { gitBlobId } from '../fingerprint/git-blob-id.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { lex } from '../fingerprint/lex.ts'
import { readingRules, type ReadingRules } from '../fingerprint/reading-rules.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import { extendSeeds } from './extend-seeds.ts'
import { findSeeds, type Seed } from './find-seeds.ts'
import { isBinary } from './is-binary.ts'
import { judgeFile } from './judge-file.ts'
import { knownTokens, streamsOf } from './known-tokens.ts'
import { countBreaks } from './line-index.ts'
import { matchBlobId } from './match-blob-id.ts'
import { matchWhole } from './match-whole.ts'
import { promisingSeeds } from './promising-seeds.ts'
import { mergeSegments, SEGMENT, segmentsOf } from './segments.ts'
import { shareOut } from './share-out.ts'
import type { FileMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

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
  const { tokens, stream } = scratchOf(index)
  const shared: Seed[] = []
  for (const [channel, rules] of channels.entries()) {
    project(tokens, rules, stream)
    findSeeds(index, stream, rules, channel, shared)
  }
  const seeds = promisingSeeds(index, shared, tokens.count)
  if (seeds.length === 0) return none
  const candidate = knownTokens(index, bytes, tokens)
  const streams = streamsOf(index, tokens, candidate)
  const runs = extendSeeds(seeds, streams.candidate, streams.variant)
  return judgeFile(index, shareOut(index, runs, streams, candidate), candidate)
}

interface Scratch {
  tokens: Tokens
  stream: Stream
}

/** Buffers that are filled anew for each file; allocating them for each would cost more than reading it. */
const scratch = new WeakMap<WorkIndex, Scratch>()

function scratchOf(index: WorkIndex): Scratch {
  let buffers = scratch.get(index)
  if (!buffers) {
    buffers = { tokens: new Tokens(), stream: new Stream() }
    scratch.set(index, buffers)
  }
  return buffers
}
