import { countBits } from './count-bits.ts'
import { canBeEvidence, isImport } from './rarity.ts'
import { addGroups, STRUCTURE_BITS } from './structure.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from './work-index.ts'

/** The evidence in a whole file: every token is shared, in order, so even a list of re-exports tells whose it is. */
export function bitsOfWhole(index: Pick<WorkIndex, 'rarity' | 'dictionary'>, tokens: Int32Array): number {
  const ids = new Set<number>()
  for (const token of tokens)
    if (!isPublic(token) && (canBeEvidence(packedKind(token)) || isImport(packedKind(token))))
      ids.add(packedId(token))
  const structure = new Set<number>()
  addGroups(tokens, structure)
  return countBits(index, ids).bits + structure.size * STRUCTURE_BITS
}

export function variantTokens(index: Pick<WorkIndex, 'tokens' | 'variants'>, variant: number): Int32Array {
  return index.tokens.subarray(index.variants.tokenStart[variant], index.variants.tokenStart[variant + 1])
}
