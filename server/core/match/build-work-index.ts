import { channels, structure, type Stream } from '../fingerprint/channel.ts'
import { gitBlobId, gitBlobIdVariants } from '../fingerprint/git-blob-id.ts'
import { borrowedParts } from '../original/borrowed-parts.ts'
import { languageOf } from '../fingerprint/language-of.ts'
import { Baseline } from './baseline.ts'
import { bitsOfWhole } from './bits-of.ts'
import { BlobTableBuilder } from './blob-table.ts'
import { GramTableBuilder } from './build-gram-table.ts'
import { isEveryones } from './closely/own-lines.ts'
import { countBits } from './count-bits.ts'
import { FileReader } from './file-reader.ts'
import { buildFilter, buildSymbolFilter, gramFilter } from './gram-table.ts'
import { isBinary } from '../fingerprint/is-binary.ts'
import { countBreaks } from './line-index.ts'
import { segmentsOf } from './segments.ts'
import { portKeys } from './port-keys.ts'
import { PortTableBuilder } from './port-table.ts'
import { identifyWorkIndex } from './serialize-work-index.ts'
import { AS_IS, COMMENTS, PASSAGES, readingsOf, type SourceFile, type SourceVariant } from './source-file.ts'
import { publicStopList, rarityOf } from './stop-list.ts'
import { SymbolSet } from './symbol-set.ts'
import { DictionaryBuilder, withoutTexts, type Keeps } from './token-dictionary.ts'
import { VariantBuilder } from './variant-builder.ts'
import { portLanguagesOf, type IndexedOriginal, type WorkIndex } from './work-index.ts'

/** From here on an original is more public than the owner's. */
const MOSTLY_PUBLIC = 0.5

export interface IndexOptions {
  /** `digests`: the index recognises copies but holds none of the originals' text (default `texts`). */
  keeps?: Keeps
  /** What the comments of an original say was taken from these is the owner's own (default: nobody). */
  owners?: readonly string[]
}

/** Reads a work into an index, file by file, so that nobody needs to hold all of it. */
export interface WorkIndexing {
  /** What may not be claimed; all of it before the first original. */
  addBaseline(file: SourceFile): void
  addOriginal(file: SourceFile): void
  /** Nothing is added afterwards. */
  finish(): WorkIndex
}

export function buildWorkIndex({
  originals,
  baseline,
  ...options
}: { originals: Iterable<SourceFile>; baseline: Iterable<SourceFile> } & IndexOptions): WorkIndex {
  const indexing = startWorkIndex(options)
  for (const file of baseline) indexing.addBaseline(file)
  for (const file of originals) indexing.addOriginal(file)
  return indexing.finish()
}

/**
 * Reads a work's originals and what may not be claimed into an index. Whatever the baseline holds is no
 * evidence, in whatever form its variants give it, nor is what an original's own comments give to somebody else.
 */
export function startWorkIndex({ keeps = 'texts', owners = [] }: IndexOptions): WorkIndexing {
  const baseline = new Baseline()
  const reader = new FileReader()
  const stopList = publicStopList()
  const variants = new VariantBuilder(
    new DictionaryBuilder((hash, text) => Math.min(255, rarityOf(stopList, hash, text))),
  )
  const grams = new GramTableBuilder()
  const blobs = new BlobTableBuilder()
  const ports = new PortTableBuilder()
  const symbols = new SymbolSet()
  const originals: IndexedOriginal[] = []

  return { addBaseline: (file) => baseline.add(file), addOriginal, finish }

  function addOriginal(file: SourceFile): void {
    const entry = describe(file, baseline)
    const original = originals.push(entry) - 1
    blobs.add(original, gitBlobIdVariants(file.bytes))
    if (isBinary(file.bytes)) return
    grams.startOriginal()
    const seen = { selected: 0, inBaseline: 0 }
    const isBorrowed = borrowedLines(file, owners)
    for (const reading of readingsOf(file)) addReading(file.path, original, reading, isBorrowed, seen)
    if (seen.selected > 0 && seen.inBaseline >= seen.selected * MOSTLY_PUBLIC) entry.public = true
  }

  function finish(): WorkIndex {
    const dictionary = variants.dictionary.finish()
    const gramTable = grams.finish()
    const content = {
      ...variants.finish(),
      originals,
      claimedOriginals: originals.length,
      claimedBytes: originals.reduce((sum, { bytes }) => sum + bytes, 0),
      dictionary: keeps === 'digests' ? withoutTexts(dictionary) : dictionary,
      rarity: variants.dictionary.finishRarity(),
      grams: gramTable,
      filter: gramFilter(buildFilter(gramTable)),
      symbols: gramFilter(buildSymbolFilter(symbols.finish())),
      ports: ports.finish(),
      portLanguages: portLanguagesOf(originals),
      ...blobs.finish(),
    }
    countOriginalBits(content, originals)
    countPortBits(content, originals)
    return { ...content, indexId: identifyWorkIndex(content) }
  }

  function addReading(
    path: string,
    original: number,
    { name, bytes, lines }: SourceVariant,
    isBorrowed: (line: number) => boolean,
    seen: { selected: number; inBaseline: number },
  ): void {
    let firstLine = 1
    for (const { start, end } of segmentsOf(bytes)) {
      const text = bytes.subarray(start, end)
      const before = firstLine - 1
      firstLine += countBreaks(text)
      const lineOf = (line: number) => lines?.[before + line - 1] ?? before + line
      reader.read(path, text)
      const variant = variants.add(original, name, text, reader.tokens, lineOf)
      addTokens(variant, name, isBorrowed, seen)
      if (variant >= 0 && name === AS_IS && originals[original]!.language !== '') addPortKeys(original, text)
      if (name === AS_IS) reader.readCommentLines(path, text)
      const clean = name === AS_IS ? reader.readPassages(path, text) : undefined
      if (clean)
        addTokens(variants.add(original, PASSAGES, clean, reader.tokens, lineOf), PASSAGES, isBorrowed, seen)
      if (name === AS_IS) addCommentLines(original, text, lineOf, isBorrowed)
    }
  }

  /** What the comments say, but for what they say in every file, in the baseline or in what was borrowed. */
  function addCommentLines(
    original: number,
    text: Uint8Array,
    lineOf: (line: number) => number,
    isBorrowed: (line: number) => boolean,
  ): void {
    const { lines } = reader
    if (variants.add(original, COMMENTS, text, lines, lineOf) < 0) return
    variants.markBorrowed(isBorrowed)
    for (let line = 0; line < lines.count; line++) {
      const said = Buffer.from(text.subarray(lines.start[line], lines.end[line])).toString('utf8')
      if (isEveryones(said) || baseline.hasLine(lines, line)) variants.markPublic(line)
    }
  }

  /** What a translation would keep of the variant added last; what the baseline holds is not looked for. */
  function addPortKeys(original: number, text: Uint8Array): void {
    for (const [place, key] of portKeys(text, reader.tokens).entries()) {
      const id = variants.ownIdOf(key.token)
      if (id >= 0 && variants.dictionary.rarity(id) >= LEAST_PORT_RARITY) ports.add(key, original, id, place)
    }
  }

  /** Fingerprints the tokens just read as those of a variant. */
  function addTokens(
    variant: number,
    name: string,
    isBorrowed: (line: number) => boolean,
    seen: { selected: number; inBaseline: number },
  ): void {
    if (variant < 0) return
    const { tokens } = reader
    const borrowed = variants.markBorrowed(isBorrowed)
    symbols.addAll(tokens)
    for (const channel of channels) {
      reader.readChannel(channel)
      const { found, stream } = reader
      if (channel === structure && name !== PASSAGES) variants.addShape(stream)
      // Public or not is judged by the original as it is, in the channel that looks closest.
      const isJudged = name === AS_IS && channel === channels[0]
      for (let i = 0; i < found.count; i++) {
        const [high, low, position] = [found.high[i]!, found.low[i]!, found.position[i]!]
        const isKnown = grams.has(high, low)
        if (isKnown && !isJudged) continue
        const distinct = distinctSymbols(stream, position, channel.k)
        const places = stream.token.subarray(position, position + channel.k)
        const isBorrowed = places.some((token) => borrowed[token] === 1)
        const isPublic = baseline.hasGram(high, low, distinct, channel.leastDistinct)
        if (isJudged) {
          seen.selected++
          if (isPublic || isBorrowed) seen.inBaseline++
        }
        if (isPublic) for (const token of places) variants.markPublic(token)
        else if (!isKnown && !isBorrowed && distinct >= channel.leastDistinct)
          grams.add({ high, low }, { variant, position, bits: variants.bitsOf(places, channel) })
      }
    }
  }
}

/** In eighths of a bit: a name that every fourth package has says nothing about whose it is. */
const LEAST_PORT_RARITY = 16

/** Whether a line of the original is somebody else's, as far as its comments say. */
function borrowedLines(file: SourceFile, owners: readonly string[]): (line: number) => boolean {
  const parts = borrowedParts(file.path, Buffer.from(file.bytes).toString('utf8'), owners)
  return (line) => parts.some(({ lines: [first, last] }) => line >= first && line <= last)
}

function describe(file: SourceFile, baseline: Baseline): IndexedOriginal {
  const blobId = gitBlobId(file.bytes)
  const language = languageOf(file.path, file.bytes)
  return {
    path: file.path,
    bytes: file.bytes.length,
    lines: isBinary(file.bytes) ? 0 : countLines(file.bytes),
    blobId,
    bits: 0,
    language: language.names === 'renamable' ? language.name : '',
    portBits: 0,
    public: baseline.hasFile(blobId),
  }
}

function countLines(bytes: Uint8Array): number {
  return bytes.at(-1) === 0x0a ? countBreaks(bytes) : countBreaks(bytes) + 1
}

function distinctSymbols(stream: Stream, position: number, k: number): number {
  let distinct = 0
  for (let at = position; at < position + k; at++) {
    let before = position
    while (before < at && stream.symbol[before] !== stream.symbol[at]) before++
    if (before === at) distinct++
  }
  return distinct
}

/** A binary file is compared by its id alone; nobody makes the same one by chance. */
const BINARY_BITS = 256
const SMALLEST_BINARY = 256

function countOriginalBits(index: Omit<WorkIndex, 'indexId'>, originals: IndexedOriginal[]): void {
  for (const entry of originals)
    if (entry.lines === 0 && entry.bytes >= SMALLEST_BINARY) entry.bits = BINARY_BITS
  const { original, name, tokenStart } = index.variants
  for (let variant = 0; variant < original.length; variant++) {
    const reading = index.variantNames[name[variant]!]
    if (reading !== AS_IS && reading !== COMMENTS) continue
    // Where every byte is the same, what the comments say is, too.
    originals[original[variant]!]!.bits += bitsOfWhole(
      index,
      index.tokens.subarray(tokenStart[variant], tokenStart[variant + 1]),
    )
  }
}

function countPortBits(index: Omit<WorkIndex, 'indexId'>, originals: IndexedOriginal[]): void {
  const ids = originals.map((): number[] => [])
  for (const [row, original] of index.ports.original.entries()) ids[original]!.push(index.ports.id[row]!)
  for (const [original, entry] of originals.entries()) entry.portBits = countBits(index, ids[original]!).bits
}
