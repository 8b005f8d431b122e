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

/** Adds the structure of a run; what the baseline holds adds nothing. */
export function addStructure(index: WorkIndex, run: Run, ours: VerifiedStream, structure: Set<number>): void {
  const base = index.variants.tokenStart[run.variant]!
  const places = ours.token.subarray(run.original, run.original + run.length)
  addGroups(
    Array.from(places, (token) => index.tokens[base + token]!),
    structure,
  )
}

/**
 * Adds each group of tokens in a row, names and numbers taken for any other. Only where nothing but words follow
 * each other (prose) does the group consist of the words themselves.
 */
export function addGroups(tokens: ArrayLike<number>, structure: Set<number>): void {
  let group: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const packed = tokens[i]!
    if (isPublic(packed)) {
      group = []
      continue
    }
    group.push(packed)
    if (group.length > GROUP) group.shift()
    if (group.length < GROUP) continue
    const isProse = group.every((one) => packedKind(one) === Kind.property)
    let hash = 0
    for (const one of group) hash = (Math.imul(hash, 0x2c1b3c6d) + (isProse ? one : symbolOf(one))) | 0
    structure.add(hash)
  }
}

function symbolOf(packed: number): number {
  const kind = packedKind(packed)
  const isAny = canBeEvidence(kind) || kind === Kind.global || kind === Kind.number
  return isAny ? ANY + kind : packedId(packed) + ANY_KINDS
}

const ANY = 1
const ANY_KINDS = 16
