import { mix } from '../../fingerprint/hash.ts'
import type { Tokens } from '../../fingerprint/tokens.ts'
import { buildSymbolFilter, gramFilter, type GramFilter } from '../gram-table.ts'
import { canBeEvidence, EIGHTHS, isImport } from '../rarity.ts'
import { AS_IS, COMMENTS } from '../source-file.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from '../work-index.ts'

/** Texts that say which original a file may hold: rare outside, and in few originals. */
export interface RareTexts {
  /** A bit for the hash of each: most files hold none, and that is seen without looking anything up. */
  filter: GramFilter
  /** Where the originals of each id begin; one more entry than ids. */
  start: Int32Array
  originals: Int32Array
}

/** In eighths of a bit. */
const LEAST_RARITY = 4 * EIGHTHS
/** In more originals than this, a text is the work's own idiom. */
const FEW = 8

const mayBeRare = Uint8Array.from({ length: 16 }, (_, kind) => Number(canBeEvidence(kind) || isImport(kind)))

export function findRareTexts(index: WorkIndex): RareTexts {
  const texts = index.dictionary.hashes.length
  const count = new Uint8Array(texts)
  const last = new Int32Array(texts).fill(-1)
  eachHolder(index, last, (id) => {
    if (count[id]! <= FEW) count[id]!++
  })
  const start = new Int32Array(texts + 1)
  for (let id = 0; id < texts; id++) {
    const held = count[id]! > FEW ? 0 : count[id]!
    start[id + 1] = start[id]! + held
  }
  const originals = new Int32Array(start[texts]!)
  const next = start.slice(0, texts)
  eachHolder(index, last.fill(-1), (id, original) => {
    if (next[id]! < start[id + 1]!) originals[next[id]!++] = original
  })
  return { filter: filterOf(index, start), start, originals }
}

/** Calls back once for each rare text and original that holds it. @param last the original that each text was seen in */
function eachHolder(index: WorkIndex, last: Int32Array, visit: (id: number, original: number) => void): void {
  const { variants, variantNames, tokens, rarity } = index
  const [asIs, comments] = [variantNames.indexOf(AS_IS), variantNames.indexOf(COMMENTS)]
  for (let variant = 0; variant < variants.original.length; variant++) {
    const name = variants.name[variant]
    const original = variants.original[variant]!
    if ((name !== asIs && name !== comments) || index.originals[original]!.public) continue
    for (let at = variants.tokenStart[variant]!; at < variants.tokenStart[variant + 1]!; at++) {
      const packed = tokens[at]!
      const id = packedId(packed)
      if (last[id] === original || rarity[id]! < LEAST_RARITY || isPublic(packed)) continue
      const kind = packedKind(packed)
      if (!canBeEvidence(kind) && !isImport(kind)) continue
      last[id] = original
      visit(id, original)
    }
  }
}

function filterOf({ dictionary: { hashes } }: WorkIndex, start: Int32Array): GramFilter {
  const rare = new Set<number>()
  for (let id = 0; id < hashes.length; id++) if (start[id] !== start[id + 1]) rare.add(mix(hashes[id]!))
  return gramFilter(buildSymbolFilter(rare))
}

/** Calls back for each token that may be one of the rare texts. */
export function eachRare(
  { filter: { bits, shift } }: RareTexts,
  { count, kind, hash }: Tokens,
  visit: (token: number) => void,
): void {
  for (let token = 0; token < count; token++) {
    if (mayBeRare[kind[token]!] === 0) continue
    const bit = mix(hash[token]!) >>> shift
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) !== 0) visit(token)
  }
}
