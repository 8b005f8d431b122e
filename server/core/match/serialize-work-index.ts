import { createHash } from 'node:crypto'
import { gramFilter } from './gram-table.ts'
import type { Keeps } from './token-dictionary.ts'
import { portLanguagesOf, type IndexedOriginal, type WorkIndex } from './work-index.ts'

/** Raised when any stored byte, or how text is read into tokens, changes its meaning: an older index is built again, never guessed at. */
const FORMAT = 15
const MAGIC = 'clawback-index'

/** The stored index cannot be used; the originals are still there, so build it again. */
export class WorkIndexFormatError extends Error {
  override name = 'WorkIndexFormatError'
  readonly code = 'index-format'
}

interface Header {
  magic: string
  format: number
  indexId: string
  originals: readonly IndexedOriginal[]
  variantNames: readonly string[]
  keeps: Keeps
  sections: { name: string; type: 'Int32' | 'Uint8'; offset: number; length: number }[]
}

const ALIGNMENT = 8
const HEADER_LENGTH_BYTES = 4

/** One block of bytes: a JSON header that says where each array lies, then the arrays as they are in memory. */
export function serializeWorkIndex(index: WorkIndex): Uint8Array {
  const { text, start, length, sections } = layOut(index)
  const out = new Uint8Array(start + length)
  new DataView(out.buffer).setUint32(0, text.length, true)
  out.set(text, HEADER_LENGTH_BYTES)
  for (const { array, offset } of sections) out.set(bytesOf(array), start + offset)
  return out
}

/** Names the content of an index: a hash over its header and arrays, without a copy of them. */
export function identifyWorkIndex(content: Omit<WorkIndex, 'indexId'>): string {
  const { text, sections } = layOut({ ...content, indexId: '' })
  const sum = createHash('sha256').update(text)
  for (const { array } of sections) sum.update(bytesOf(array))
  return sum.digest('hex')
}

function layOut(index: WorkIndex) {
  let length = 0
  const sections = Object.entries(arraysOf(index)).map(([name, array]) => {
    const type = array instanceof Int32Array ? ('Int32' as const) : ('Uint8' as const)
    const section = { name, type, offset: length, length: array.length, array }
    length = aligned(length + array.byteLength)
    return section
  })
  const header: Header = {
    magic: MAGIC,
    format: FORMAT,
    indexId: index.indexId,
    originals: index.originals,
    variantNames: index.variantNames,
    keeps: index.dictionary.keeps,
    sections: sections.map(({ name, type, offset, length }) => ({ name, type, offset, length })),
  }
  const text = Buffer.from(JSON.stringify(header))
  return { text, start: aligned(HEADER_LENGTH_BYTES + text.length), length, sections }
}

function bytesOf(array: Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/**
 * The index behind `serializeWorkIndex`, without copying: every table, the filters too, is a view of `bytes`. These
 * may be a SharedArrayBuffer's, so that all worker threads read the same memory; only the list of originals is each
 * thread's own. Bytes that do not begin at a multiple of 8 are copied once, into memory of their own.
 *
 * @throws {WorkIndexFormatError} for another format or damaged bytes
 */
export function loadWorkIndex(bytes: Uint8Array): WorkIndex {
  const header = readHeader(bytes)
  const start = bytes.byteOffset + aligned(HEADER_LENGTH_BYTES + headerLength(bytes))
  // Views need their elements aligned; a block read into the middle of a pool is moved once.
  if (start % ALIGNMENT !== 0) return loadWorkIndex(Uint8Array.from(bytes))
  const arrays = new Map<string, Int32Array | Uint8Array>()
  for (const { name, type, offset, length } of header.sections) {
    const size = type === 'Int32' ? length * 4 : length
    if (start + offset + size > bytes.byteOffset + bytes.byteLength)
      throw new WorkIndexFormatError('The stored index is cut off; build it again from the originals.')
    arrays.set(
      name,
      type === 'Int32'
        ? new Int32Array(bytes.buffer, start + offset, length)
        : new Uint8Array(bytes.buffer, start + offset, length),
    )
  }
  return assemble(header, arrays)
}

function headerLength(bytes: Uint8Array): number {
  return bytes.length < HEADER_LENGTH_BYTES
    ? 0
    : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
}

function readHeader(bytes: Uint8Array): Header {
  const length = headerLength(bytes)
  let header: Partial<Header> | undefined
  try {
    const text = Buffer.from(bytes.subarray(HEADER_LENGTH_BYTES, HEADER_LENGTH_BYTES + length)).toString(
      'utf8',
    )
    header = JSON.parse(text) as Partial<Header>
  } catch {
    // Reported below with everything else that is no index.
  }
  if (header?.magic !== MAGIC)
    throw new WorkIndexFormatError('These bytes are no stored index; build it again from the originals.')
  if (header.format !== FORMAT)
    throw new WorkIndexFormatError(
      `The stored index has format ${header.format ?? 'unknown'}, this version reads ${FORMAT}; build it again from the originals.`,
    )
  return header as Header
}

function arraysOf(index: WorkIndex): Record<string, Int32Array | Uint8Array> {
  return {
    'variants.original': index.variants.original,
    'variants.name': index.variants.name,
    'variants.tokenStart': index.variants.tokenStart,
    'variants.lineStart': index.variants.lineStart,
    tokens: index.tokens,
    lineToken: index.lineToken,
    lineNumber: index.lineNumber,
    'dictionary.slots': index.dictionary.slots,
    'dictionary.hashes': index.dictionary.hashes,
    'dictionary.textStarts': index.dictionary.textStarts,
    'dictionary.texts': index.dictionary.texts,
    'dictionary.lengths': index.dictionary.lengths,
    'dictionary.wordStarts': index.dictionary.wordStarts,
    'dictionary.words': index.dictionary.words,
    rarity: index.rarity,
    'grams.bucket': index.grams.bucket,
    'grams.high': index.grams.high,
    'grams.low': index.grams.low,
    'grams.variant': index.grams.variant,
    'grams.position': index.grams.position,
    'grams.bits': index.grams.bits,
    filter: index.filter.bits,
    symbols: index.symbols.bits,
    'ports.high': index.ports.high,
    'ports.low': index.ports.low,
    'ports.original': index.ports.original,
    'ports.id': index.ports.id,
    'ports.place': index.ports.place,
    blobIds: index.blobIds,
    blobOriginal: index.blobOriginal,
    blobVariant: index.blobVariant,
    wholes: index.wholes,
    shapes: index.shapes,
  }
}

function assemble(header: Header, arrays: Map<string, Int32Array | Uint8Array>): WorkIndex {
  const ints = (name: string) => {
    const array = arrays.get(name)
    if (array instanceof Int32Array) return array
    throw new WorkIndexFormatError(`The stored index lacks ${name}; build it again from the originals.`)
  }
  const bytes = (name: string) => {
    const array = arrays.get(name)
    if (array instanceof Uint8Array) return array
    throw new WorkIndexFormatError(`The stored index lacks ${name}; build it again from the originals.`)
  }
  const grams = {
    bucket: ints('grams.bucket'),
    high: ints('grams.high'),
    low: ints('grams.low'),
    variant: ints('grams.variant'),
    position: ints('grams.position'),
    bits: bytes('grams.bits'),
  }
  return {
    indexId: header.indexId,
    originals: header.originals,
    claimedOriginals: header.originals.length,
    claimedBytes: header.originals.reduce((sum, { bytes }) => sum + bytes, 0),
    variantNames: header.variantNames,
    variants: {
      original: ints('variants.original'),
      name: ints('variants.name'),
      tokenStart: ints('variants.tokenStart'),
      lineStart: ints('variants.lineStart'),
    },
    tokens: ints('tokens'),
    lineToken: ints('lineToken'),
    lineNumber: ints('lineNumber'),
    dictionary: {
      keeps: header.keeps,
      slots: ints('dictionary.slots'),
      hashes: ints('dictionary.hashes'),
      textStarts: ints('dictionary.textStarts'),
      texts: bytes('dictionary.texts'),
      lengths: bytes('dictionary.lengths'),
      wordStarts: ints('dictionary.wordStarts'),
      words: ints('dictionary.words'),
    },
    rarity: bytes('rarity'),
    grams,
    filter: gramFilter(ints('filter')),
    symbols: gramFilter(ints('symbols')),
    ports: {
      high: ints('ports.high'),
      low: ints('ports.low'),
      original: ints('ports.original'),
      id: ints('ports.id'),
      place: ints('ports.place'),
    },
    portLanguages: portLanguagesOf(header.originals),
    blobIds: bytes('blobIds'),
    blobOriginal: ints('blobOriginal'),
    blobVariant: bytes('blobVariant'),
    wholes: ints('wholes'),
    shapes: ints('shapes'),
  }
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}
