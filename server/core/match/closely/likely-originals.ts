import { project, structure, type Stream } from '../../fingerprint/channel.ts'
import type { Tokens } from '../../fingerprint/tokens.ts'
import type { Seed } from '../find-seeds.ts'
import { variantsWith } from '../match-whole.ts'
import { EIGHTHS } from '../rarity.ts'
import { tokenId } from '../token-dictionary.ts'
import { LEAST_SHAPE, wholeHash } from '../whole-hash.ts'
import type { WorkIndex } from '../work-index.ts'
import { eachRare } from './rare-texts.ts'
import type { Readings } from './readings.ts'

/** Originals that share fewer bits of rare texts with a file are not worth a look … */
const LEAST_SHARED = 12
/** … nor those that share little for its length: a copy has them all along. */
const SHARED_PER_TOKEN = 0.05
/** A file that is longer than the original by more can be no copy of it from end to end. */
const LONGER = 1.7
const MOST_ORIGINALS = 4

/**
 * The originals that a file may be a copy of: those whose rare texts it holds, those that share most of them first,
 * those that share passages of its structure, and those of exactly its shape.
 * @param parts its tokens, then the lines of its comments
 * @param length how many there are of both that are its own; asked once at most
 */
export function likelyOriginals(
  index: WorkIndex,
  readings: Readings,
  bytes: Uint8Array,
  parts: readonly [tokens: Tokens, lines: Tokens],
  seeds: readonly Seed[],
  length: () => number,
): { sharing: ReadonlySet<number>; ofSameShape: ReadonlySet<number> } {
  return {
    sharing: new Set([
      ...sharingTexts(index, readings, bytes, parts, length),
      ...sharingPassages(index, seeds),
    ]),
    ofSameShape: ofSameShape(index, parts[0], readings.stream),
  }
}

function sharingTexts(
  index: WorkIndex,
  { rare, lengths }: Readings,
  bytes: Uint8Array,
  parts: readonly Tokens[],
  length: () => number,
): number[] {
  const shared = new Map<number, number>()
  const seen = new Set<number>()
  for (const tokens of parts)
    eachRare(rare, tokens, (token) => {
      const [kind, hash] = [tokens.kind[token]!, tokens.hash[token]!]
      const id = tokenId(index.dictionary, kind, hash, bytes, tokens.start[token]!, tokens.end[token]!)
      if (id < 0 || seen.has(id)) return
      seen.add(id)
      for (let at = rare.start[id]!; at < rare.start[id + 1]!; at++) {
        const original = rare.originals[at]!
        shared.set(original, (shared.get(original) ?? 0) + index.rarity[id]! / EIGHTHS)
      }
    })
  const sharing = [...shared].filter(([, bits]) => bits >= LEAST_SHARED)
  if (sharing.length === 0) return []
  const own = length()
  return sharing
    .filter(([original, bits]) => bits >= own * SHARED_PER_TOKEN && own <= lengths[original]! * LONGER)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_ORIGINALS)
    .map(([original]) => original)
}

const MOST_SHARING_PASSAGES = 2

function sharingPassages({ variants, originals }: WorkIndex, seeds: readonly Seed[]): number[] {
  const shared = new Map<number, number>()
  for (const { variant, bits } of seeds) {
    const original = variants.original[variant]!
    if (!originals[original]!.public) shared.set(original, (shared.get(original) ?? 0) + bits)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_SHARING_PASSAGES)
    .map(([original]) => original)
}

/** Tokens. What is renamed and longer has passages of the same structure. */
const LONGEST_SHAPE = 500

/** What a copy keeps in which everything was renamed. */
function ofSameShape(index: WorkIndex, tokens: Tokens, stream: Stream): ReadonlySet<number> {
  const found = new Set<number>()
  if (tokens.count > LONGEST_SHAPE) return found
  project(tokens, structure, stream)
  if (stream.count < LEAST_SHAPE) return found
  for (const variant of variantsWith(index.shapes, wholeHash(stream))) {
    const original = index.variants.original[variant]!
    if (!index.originals[original]!.public && found.size < MOST_ORIGINALS) found.add(original)
  }
  return found
}
