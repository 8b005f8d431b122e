import { highOf } from '../../fingerprint/gram-hash.ts'
import { Kind } from '../../fingerprint/tokens.ts'
import { longestChain, sharedStretches, type Stretch } from '../chain.ts'
import { countBits } from '../count-bits.ts'
import { canBeEvidence } from '../rarity.ts'
import { STRUCTURE_BITS } from '../structure.ts'
import { isListing, isTableBetween, markRows } from '../table.ts'
import type { WorkIndex } from '../work-index.ts'
import { COMMENT, type Sequence } from './sequence.ts'

/** Shorter stretches lie anywhere. */
const K = 5
/**
 * What a list, a table or an import says counts a quarter, and all of it no more than the rest: two that use the same
 * interface name the same.
 */
const LIST_SHARE = 0.25
const GROUP = 4

export interface Alike {
  bits: number
  /** The part of the bits that names, texts and comments give. */
  tokenBits: number
  /** Shares of what each says, 0 to 1: what it says again adds nothing. */
  ofOriginal: number
  ofCandidate: number
  /** How many symbols of the candidate stand in the original, in its order. */
  shared: number
  chain: readonly Stretch[]
}

/** Lays two files beside each other from end to end: the stretches that follow each other in both. */
export function layBeside(ours: Sequence, theirs: Sequence): Stretch[] {
  const whole = { from: 0, to: theirs.symbol.length }
  return longestChain(sharedStretches(ours.symbol, theirs.symbol, whole, K))
}

export function measureAlike(
  index: WorkIndex,
  ours: Sequence,
  theirs: Sequence,
  chain: readonly Stretch[],
): Alike {
  const texts = theirs.id.map((id, at) => (isText(theirs.kind[at]!) ? id : -1))
  const code = theirs.symbol.map((symbol, at) => codeOf(theirs.kind[at]!, texts[at]!, symbol))
  const inRows = markRows(theirs.kind)
  const plain = new Set<number>()
  const listed = new Set<number>()
  const structure = new Set<number>()
  const [followedInOurs, followedInTheirs] = [
    new Uint8Array(ours.symbol.length),
    new Uint8Array(theirs.symbol.length),
  ]
  let shared = 0
  for (const { candidate, original, length } of chain) {
    shared += length
    const end = candidate + length
    const isAllList =
      isListing(texts, candidate, end) ||
      (namesMuch(texts, candidate, end) && isListing(code, candidate, end)) ||
      isTableBetween(theirs.kind, candidate, end - 1)
    for (let i = 0; i < length; i++) {
      const id = ours.id[original + i]!
      const kind = ours.kind[original + i]!
      const isList = isAllList || inRows[candidate + i] === 1
      // Code of the baseline is no evidence, nor a part of what one took from the other; a licence is no evidence.
      const isPublic = ours.isPublic[original + i] === 1
      if (isPublic && kind !== COMMENT) continue
      followedInOurs[original + i] = 1
      followedInTheirs[candidate + i] = 1
      if (isPublic || theirs.isPublic[candidate + i] === 1) continue
      if (!isList && i + GROUP <= length) structure.add(highOf(ours.symbol, original + i, GROUP))
      if (id !== theirs.id[candidate + i] || !isText(kind)) continue
      if ((isList && kind !== COMMENT) || kind === Kind.importText) listed.add(id)
      else plain.add(id)
    }
  }
  const inCode = countBits(index, plain)
  const inLists = countBits(
    index,
    [...listed].filter((id) => !plain.has(id)),
  )
  const plainBits = inCode.bits + structure.size * STRUCTURE_BITS
  const listBits = Math.min(plainBits, inLists.bits * LIST_SHARE)
  const tokenBits = inCode.bits + listBits
  return {
    bits: plainBits + listBits,
    tokenBits,
    ofOriginal: shareOf(ours, followedInOurs),
    ofCandidate: shareOf(theirs, followedInTheirs),
    shared,
    chain,
  }
}

/** What says the same again and names nothing is code (`if (a < b || c > d)`), and no list. */
const NAMED = 0.2

function namesMuch(texts: Int32Array, from: number, to: number): boolean {
  let named = 0
  for (let at = from; at < to; at++) if (texts[at]! >= 0) named++
  return named >= (to - from) * NAMED
}

/** What a list repeats: marks, keywords, keys, and that there is a name or a number, whichever. */
function codeOf(kind: number, text: number, symbol: number): number {
  if (kind === Kind.property) return text
  if (kind === Kind.name || kind === Kind.shorthand) return A_NAME
  return kind === Kind.number ? A_NUMBER : symbol
}

const A_NAME = -2
const A_NUMBER = -3

export function isText(kind: number): boolean {
  return canBeEvidence(kind) || kind === Kind.importText || kind === COMMENT
}

/**
 * What a file says again (overload after overload, row after row) is no larger part of it for that, and what everyone
 * has, as compilers put it into each file, is no part of it.
 */
function shareOf({ symbol, isPublic }: Sequence, followed: Uint8Array): number {
  const last = symbol.length - GROUP
  if (last < 0) return 0
  const groups = Int32Array.from(symbol, (_, at) => highOf(symbol, Math.min(at, last), GROUP))
  const times = new Map<number, number>()
  for (let at = 0; at < groups.length; at++)
    if (isPublic[at] === 0) times.set(groups[at]!, (times.get(groups[at]!) ?? 0) + 1)
  let shared = 0
  for (let at = 0; at < groups.length; at++)
    if (followed[at] === 1 && isPublic[at] === 0) shared += 1 / times.get(groups[at]!)!
  return times.size === 0 ? 0 : shared / times.size
}
