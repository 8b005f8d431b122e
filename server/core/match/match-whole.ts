import type { Tokens } from '../fingerprint/tokens.ts'
import type { Inside } from '../unwrap/inside.ts'
import { bitsOfWhole, variantTokens } from './bits-of.ts'
import { IDENTICAL_BITS, WEAK_BITS_OF_WHOLE } from './decide-file.ts'
import { tokenId } from './token-dictionary.ts'
import type { FileMatch, OriginalMatch } from './types.ts'
import { wholeHash } from './whole-hash.ts'
import { packedId, type WorkIndex } from './work-index.ts'

/** The same tokens from the first to the last: another layout, other comments, nothing else. */
export function matchWhole(
  index: WorkIndex,
  { bytes, lines }: Inside,
  tokens: Tokens,
): FileMatch | undefined {
  const { high, low } = wholeHash(tokens)
  const originals = new Map<number, number>()
  const { wholes } = index
  for (const variant of variantsWith(wholes, { high, low })) {
    if (hasSameTokens(index, variant, bytes, tokens))
      originals.set(
        index.variants.original[variant]!,
        originals.get(index.variants.original[variant]!) ?? variant,
      )
  }
  if (originals.size === 0) return undefined
  const matches: OriginalMatch[] = []
  for (const [original, variant] of originals) {
    const entry = index.originals[original]!
    if (entry.public) continue
    const bits = bitsOfWhole(index, variantTokens(index, variant))
    if (bits < WEAK_BITS_OF_WHOLE) continue
    const reading = index.variantNames[index.variants.name[variant]!]!
    matches.push({
      path: entry.path,
      class: 'normalized',
      strength: bits >= IDENTICAL_BITS ? 'strong' : 'weak',
      bits: Math.round(bits),
      ofOriginal: 1,
      ofCandidate: 1,
      ranges: [{ candidate: [1, lines.lineOf(bytes.length - 1)], original: [1, entry.lines] }],
      reason: `All ${tokens.count} tokens in order, read ${reading}: only layout and comments differ.`,
    })
  }
  const best = matches.sort((a, b) => (a.path < b.path ? -1 : 1))[0]
  return best && { class: 'normalized', strength: best.strength, originals: matches }
}

/** The variants of which a table of wholes or shapes says this hash. */
export function* variantsWith(
  table: Int32Array,
  { high, low }: { high: number; low: number },
): Generator<number> {
  for (let at = firstWhole(table, high); at < table.length && table[at] === high; at += 3)
    if (table[at + 1] === low) yield table[at + 2]!
}

function firstWhole(wholes: Int32Array, high: number): number {
  let from = 0
  let to = wholes.length / 3
  while (from < to) {
    const middle = (from + to) >>> 1
    if (wholes[middle * 3]! < high) from = middle + 1
    else to = middle
  }
  return from * 3
}

function hasSameTokens(index: WorkIndex, variant: number, bytes: Uint8Array, tokens: Tokens): boolean {
  const start = index.variants.tokenStart[variant]!
  if (index.variants.tokenStart[variant + 1]! - start !== tokens.count) return false
  for (let i = 0; i < tokens.count; i++) {
    const [kind, hash, from, to] = [tokens.kind[i]!, tokens.hash[i]!, tokens.start[i]!, tokens.end[i]!]
    if (tokenId(index.dictionary, kind, hash, bytes, from, to) !== packedId(index.tokens[start + i]!))
      return false
  }
  return true
}
