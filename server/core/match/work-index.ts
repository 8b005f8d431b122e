import type { GramFilter, GramTable } from './gram-table.ts'
import type { PortTable } from './port-table.ts'
import type { TokenDictionary } from './token-dictionary.ts'

/** One claimed original as the index knows it. */
export interface IndexedOriginal {
  path: string
  bytes: number
  lines: number
  blobId: string
  /** Evidence in bits that a copy of the whole would give. */
  bits: number
  /** The language it is read as; '' where names say nothing (prose, markup, data). */
  language: string
  /** What its names and texts tell together, in bits, to one who looks for translations. */
  portBits: number
  /** Its fingerprints are mostly public: nothing but an identical file is reported, and weakly. */
  public: boolean
}

/** How an original was read: as it is, and as tools rewrite it (types stripped, older syntax). */
export interface VariantTable {
  /** Place in `originals`. */
  original: Int32Array
  /** Place in `variantNames`. */
  name: Int32Array
  /** Where each variant's tokens begin; one more entry than variants. */
  tokenStart: Int32Array
  /** Where each variant's lines begin in `lineToken` and `lineNumber`; one more entry than variants. */
  lineStart: Int32Array
}

/**
 * A work made ready for comparing: pure data in typed arrays, so that it is stored as it lies in memory and
 * shared between threads. It holds the originals' tokens (evidence is compared on tokens, never on hashes),
 * so it is to be kept as safely as the originals.
 */
export interface WorkIndex {
  /** Names the index's content: judgements made with one index hold for an equal one. */
  indexId: string
  originals: readonly IndexedOriginal[]
  claimedOriginals: number
  claimedBytes: number
  variantNames: readonly string[]
  variants: VariantTable
  /** `id << 5 | isPublic << 4 | kind` for each token of each variant. */
  tokens: Int32Array
  /** For each line that holds a token: the first such token, counted within the variant … */
  lineToken: Int32Array
  /** … and the line of the original it stands for. */
  lineNumber: Int32Array
  dictionary: TokenDictionary
  /** How surprising each token of the dictionary is, in eighths of a bit. */
  rarity: Uint8Array
  grams: GramTable
  filter: GramFilter
  /** The symbols that the variants' tokens give in any channel. */
  symbols: GramFilter
  /** What a translation into another language would keep. */
  ports: PortTable
  /** The languages of the originals that can be translated. */
  portLanguages: readonly string[]
  /** Blob ids of 20 bytes, sorted, and what each is. */
  blobIds: Uint8Array
  blobOriginal: Int32Array
  blobVariant: Uint8Array
  /** Hashes of whole variants by their tokens alone: high, low, variant; sorted by high. */
  wholes: Int32Array
  /** The same of their shapes: what is left when every name is taken for any other. */
  shapes: Int32Array
}

export function portLanguagesOf(originals: readonly IndexedOriginal[]): string[] {
  return [...new Set(originals.map(({ language }) => language))].filter((language) => language !== '')
}

const KIND = 15
const PUBLIC = 16
const ID_SHIFT = 5

export function packToken(id: number, kind: number): number {
  return (id << ID_SHIFT) | kind
}

export function markPublic(packed: number): number {
  return packed | PUBLIC
}

export function packedId(packed: number): number {
  return packed >>> ID_SHIFT
}

export function packedKind(packed: number): number {
  return packed & KIND
}

export function isPublic(packed: number): boolean {
  return (packed & PUBLIC) !== 0
}
