import { Kind } from '../fingerprint/tokens.ts'
import type { Run } from './extend-seeds.ts'
import { canBeEvidence } from './rarity.ts'
import type { VerifiedStream } from './verified-stream.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from './work-index.ts'

/**
 * What the order of things adds when names are gone: each distinct group of four operators, keywords and
 * identifiers inside a run. Four in a row are common everywhere; hundreds of different ones in one order are not.
 */
export const STRUCTURE_BITS = 0.25
const GROUP = 4
const ANY = 1

/** Adds the structure of a run; what the baseline holds adds nothing. */
export function addStructure(index: WorkIndex, run: Run, ours: VerifiedStream, structure: Set<number>): void {
  const base = index.variants.tokenStart[run.variant]!
  const last: number[] = []
  for (let i = run.original; i < run.original + run.length; i++) {
    const packed = index.tokens[base + ours.token[i]!]!
    if (isPublic(packed)) {
      last.length = 0
      continue
    }
    const kind = packedKind(packed)
    last.push(
      canBeEvidence(kind) || kind === Kind.global || kind === Kind.number
        ? ANY + kind
        : packedId(packed) + 16,
    )
    if (last.length < GROUP) continue
    if (last.length > GROUP) last.shift()
    let hash = 0
    for (const symbol of last) hash = (Math.imul(hash, 0x2c1b3c6d) + symbol) | 0
    structure.add(hash)
  }
}
