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
    places.map((token) => index.tokens[base + token]!),
    structure,
  )
}

/**
 * Adds each group of tokens in a row, names and numbers taken for any other. Only where nothing but words follow
 * each other (prose) does the group consist of the words themselves.
 */
export function addGroups(tokens: Int32Array, structure: Set<number>): void {
  /** How many of the tokens just before can be in a group, and how many of them are words. */
  let own = 0
  let words = 0
  for (let at = 0; at < tokens.length; at++) {
    const packed = tokens[at]!
    own = isPublic(packed) ? 0 : own + 1
    words = packedKind(packed) === Kind.property ? words + 1 : 0
    if (own < GROUP) continue
    const isProse = words >= GROUP
    let hash = 0
    for (let one = at - GROUP + 1; one <= at; one++)
      hash = (Math.imul(hash, 0x2c1b3c6d) + (isProse ? tokens[one]! : symbolOf(tokens[one]!))) | 0
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
