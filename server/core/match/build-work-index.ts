import { createHash } from 'node:crypto'
import { channels, project, Stream } from '../fingerprint/channel.ts'
import { gitBlobIdVariants, gitBlobId } from '../fingerprint/git-blob-id.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { lex } from '../fingerprint/lex.ts'
import { readingRules } from '../fingerprint/reading-rules.ts'
import { Tokens } from '../fingerprint/tokens.ts'
import { Fingerprints, winnow } from '../fingerprint/winnow.ts'
import { bitsOfWhole } from './bits-of.ts'
import { BlobTableBuilder } from './blob-table.ts'
import { GramTableBuilder } from './build-gram-table.ts'
import { gramFilter, GramSet } from './gram-table.ts'
import { GrowingInts } from './growing.ts'
import { isBinary } from './is-binary.ts'
import { serializeWorkIndex } from './serialize-work-index.ts'
import { publicStopList, rarityOf } from './stop-list.ts'
import { comparedText, DictionaryBuilder } from './token-dictionary.ts'
import { wholeHash } from './whole-hash.ts'
import { markPublic, packToken, type WorkIndex } from './work-index.ts'

/** A file as it is, and as tools would rewrite it. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
  variants?: readonly SourceVariant[]
}

/** What a tool makes of an original: the same code with types stripped, in older syntax, … */
export interface SourceVariant {
  name: string
  bytes: Uint8Array
  /** The original's line for each line of the variant, both from 1 (`lines[0]` is line 1's); absent: the same. */
  lines?: Int32Array
}

const RAW = 'as is'
/** From here on an original is more public than the owner's. */
const MOSTLY_PUBLIC = 0.5

/**
 * Reads a work's originals and what may not be claimed into an index. Whatever the baseline holds is no
 * evidence, in whatever form its variants give it.
 */
export function buildWorkIndex(input: {
  originals: Iterable<SourceFile>
  baseline: Iterable<SourceFile>
}): WorkIndex {
  const tokens = new Tokens()
  const stream = new Stream()
  const found = new Fingerprints()
  const stop = new GramSet()
  const publicCode = publicStopList()
  const publicBlobs = new Set<string>()
  for (const file of input.baseline) {
    for (const id of gitBlobIdVariants(file.bytes).keys()) publicBlobs.add(id)
    if (isBinary(file.bytes)) continue
    for (const { bytes } of readings(file)) {
      lex(bytes, 0, bytes.length, readingRules(languageOf(file.path, bytes)), tokens)
      for (const channel of channels) {
        project(tokens, channel, stream)
        winnow(stream, channel, found)
        for (let i = 0; i < found.count; i++) stop.add(found.high[i]!, found.low[i]!)
      }
    }
  }

  const dictionary = new DictionaryBuilder()
  const grams = new GramTableBuilder()
  const blobs = new BlobTableBuilder()
  const packed = new GrowingInts()
  const lineToken = new GrowingInts()
  const lineNumber = new GrowingInts()
  const variantNames: string[] = []
  const variantOriginal = new GrowingInts()
  const variantName = new GrowingInts()
  const tokenStart = new GrowingInts()
  const lineStart = new GrowingInts()
  const wholes: { high: number; low: number; variant: number }[] = []
  const originals: WorkIndex['originals'][number][] = []

  for (const file of input.originals) {
    const original = originals.length
    const blobId = gitBlobId(file.bytes)
    const entry = {
      path: file.path,
      bytes: file.bytes.length,
      lines: 0,
      blobId,
      bits: 0,
      public: publicBlobs.has(blobId),
    }
    originals.push(entry)
    blobs.add(original, gitBlobIdVariants(file.bytes))
    if (isBinary(file.bytes)) continue
    entry.lines = countLines(file.bytes)
    let selected = 0
    let stopped = 0
    const readBefore = new Set<string>()
    for (const reading of readings(file)) {
      const { bytes } = reading
      lex(bytes, 0, bytes.length, readingRules(languageOf(file.path, bytes)), tokens)
      if (tokens.count === 0) continue
      const variant = variantOriginal.length
      const whole = wholeHash(tokens)
      // A tool that changed no token gives no further reading.
      if (readBefore.has(`${whole.high} ${whole.low}`)) continue
      readBefore.add(`${whole.high} ${whole.low}`)
      wholes.push({ ...whole, variant })
      variantOriginal.push(original)
      variantName.push(place(variantNames, reading.name))
      const base = packed.length
      tokenStart.push(base)
      lineStart.push(lineToken.length)
      for (let i = 0; i < tokens.count; i++) {
        const kind = tokens.kind[i]!
        const text = comparedText(kind, bytes, tokens.start[i]!, tokens.end[i]!)
        packed.push(packToken(dictionary.intern(tokens.hash[i]!, text), kind))
      }
      addLines(bytes, tokens, reading.lines, lineToken, lineNumber)
      for (const channel of channels) {
        project(tokens, channel, stream)
        winnow(stream, channel, found)
        for (let i = 0; i < found.count; i++) {
          const position = found.position[i]!
          const isStop =
            stop.has(found.high[i]!, found.low[i]!) || publicCode.grams.has(found.high[i]!, found.low[i]!)
          if (reading.name === RAW && channel === channels[0]) {
            selected++
            if (isStop) stopped++
          }
          if (isStop) {
            for (let at = position; at < position + channel.k; at++) {
              const token = base + stream.token[at]!
              packed.values[token] = markPublic(packed.values[token]!)
            }
          } else if (!entry.public && distinctSymbols(stream, position, channel.k) >= channel.leastDistinct)
            grams.add(found.high[i]!, found.low[i]!, variant, position)
        }
      }
    }
    if (selected > 0 && stopped >= selected * MOSTLY_PUBLIC) entry.public = true
  }
  tokenStart.push(packed.length)
  lineStart.push(lineToken.length)

  const finished = dictionary.finish()
  const rarity = new Uint8Array(finished.hashes.length)
  for (let id = 0; id < rarity.length; id++) {
    const text = finished.texts.subarray(finished.textStarts[id], finished.textStarts[id + 1])
    rarity[id] = Math.min(255, rarityOf(publicCode, finished.hashes[id]!, text))
  }
  const allTokens = packed.finish()
  for (let variant = 0; variant < variantOriginal.length; variant++) {
    const entry = originals[variantOriginal.values[variant]!]!
    if (variantNames[variantName.values[variant]!] !== RAW) continue
    entry.bits = bitsOfWhole(
      { rarity, dictionary: finished },
      allTokens.subarray(tokenStart.values[variant], tokenStart.values[variant + 1]),
    )
  }
  wholes.sort((a, b) => a.high - b.high || a.low - b.low || a.variant - b.variant)
  const table = grams.finish(variantOriginal.values)
  const content = {
    originals,
    claimedOriginals: originals.length,
    claimedBytes: originals.reduce((sum, { bytes }) => sum + bytes, 0),
    variantNames,
    variants: {
      original: variantOriginal.finish(),
      name: variantName.finish(),
      tokenStart: tokenStart.finish(),
      lineStart: lineStart.finish(),
    },
    tokens: allTokens,
    lineToken: lineToken.finish(),
    lineNumber: lineNumber.finish(),
    dictionary: finished,
    rarity,
    grams: table,
    filter: gramFilter(table),
    ...blobs.finish(),
    wholes: Int32Array.from(wholes.flatMap(({ high, low, variant }) => [high, low, variant])),
  }
  const indexId = createHash('sha256')
    .update(serializeWorkIndex({ ...content, indexId: '' }))
    .digest('hex')
  return { ...content, indexId }
}

function* readings(file: SourceFile): Generator<SourceVariant> {
  yield { name: RAW, bytes: file.bytes }
  yield* file.variants ?? []
}

function place(names: string[], name: string): number {
  const at = names.indexOf(name)
  return at >= 0 ? at : names.push(name) - 1
}

function distinctSymbols(stream: Stream, position: number, k: number): number {
  return new Set(stream.symbol.subarray(position, position + k)).size
}

function addLines(
  bytes: Uint8Array,
  tokens: Tokens,
  lines: Int32Array | undefined,
  lineToken: GrowingInts,
  lineNumber: GrowingInts,
): void {
  let line = 1
  let at = 0
  let last = 0
  for (let i = 0; i < tokens.count; i++) {
    for (const start = tokens.start[i]!; at < start; at++) if (bytes[at] === 0x0a) line++
    if (line === last) continue
    last = line
    lineToken.push(i)
    lineNumber.push(lines ? (lines[line - 1] ?? 1) : line)
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (let i = 0; i < bytes.length - 1; i++) if (bytes[i] === 0x0a) lines++
  return lines
}
