import { channels, project, Stream } from '../fingerprint/channel.ts'
import { fromUtf16 } from '../fingerprint/from-utf16.ts'
import { gitBlobId } from '../fingerprint/git-blob-id.ts'
import type { Language } from '../fingerprint/language.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { lex } from '../fingerprint/lex.ts'
import { readPassages } from '../fingerprint/read-passages.ts'
import { readingRules, type ReadingRules } from '../fingerprint/reading-rules.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import { commonTokens } from './common-tokens.ts'
import { extendSeeds } from './extend-seeds.ts'
import { findPorts } from './find-ports.ts'
import { findSeeds, type Seed } from './find-seeds.ts'
import { isBinary } from '../fingerprint/is-binary.ts'
import { judgeFile } from './judge-file.ts'
import { knownTokens, streamsOf } from './known-tokens.ts'
import { countBreaks } from './line-index.ts'
import { matchBlobId } from './match-blob-id.ts'
import { matchWhole } from './match-whole.ts'
import { promisingSeeds } from './promising-seeds.ts'
import { mergeSegments, SEGMENT, segmentsOf } from './segments.ts'
import { shareOut } from './share-out.ts'
import { publicStopList } from './stop-list.ts'
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
  const text = fromUtf16(file.bytes)
  if (isBinary(text)) return none
  const rules = readingRules(languageOf(file.path, text))
  if (text.length <= SEGMENT) return compareText(index, text, rules)
  const parts: Parameters<typeof mergeSegments>[0][number][] = []
  let firstLine = 1
  for (const { start, end } of segmentsOf(text)) {
    const bytes = text.subarray(start, end)
    parts.push({
      match: compareText(index, bytes, rules),
      share: bytes.length / text.length,
      firstLine,
    })
    firstLine += countBreaks(bytes)
  }
  return mergeSegments(parts)
}

function compareText(index: WorkIndex, bytes: Uint8Array, rules: ReadingRules): FileMatch {
  const { tokens } = scratchOf(index)
  lex(bytes, 0, bytes.length, rules, tokens)
  const copied = matchWhole(index, bytes, tokens) ?? matchParts(index, bytes, 1)
  const match = copied.strength === 'none' ? portOf(index, rules.language, bytes, tokens) : copied
  if (match.strength === 'strong' || tokens.passages.length === 0) return match
  // A copy that was commented out, or put in quotes, is a copy.
  const outside = tokens.count
  const clean = readPassages(bytes, rules, tokens)
  if (!clean) return match
  const inside = matchParts(index, clean, tokens.count / (tokens.count + outside))
  return totalBits(inside) > totalBits(match) ? inside : match
}

function portOf(index: WorkIndex, language: Language, bytes: Uint8Array, tokens: Tokens): FileMatch {
  const originals = findPorts(index, language, bytes, tokens)
  return originals.length === 0 ? none : { class: 'port', strength: 'weak', originals }
}

function totalBits(match: FileMatch): number {
  return match.originals.reduce((sum, { bits }) => sum + bits, 0)
}

/**
 * Looks for parts of originals among the tokens just read.
 * @param share what part of the file the tokens are, 0 to 1
 */
function matchParts(index: WorkIndex, bytes: Uint8Array, share: number): FileMatch {
  const { tokens, stream } = scratchOf(index)
  const shared: Seed[] = []
  for (const [channel, rules] of channels.entries()) {
    project(tokens, rules, stream)
    findSeeds(index, stream, rules, channel, shared)
  }
  const seeds = promisingSeeds(index, shared, tokens.count)
  if (seeds.length === 0) return none
  const common = commonTokens(tokens, publicStopList().grams, stream)
  const candidate = knownTokens(index, bytes, tokens, { share, common })
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
