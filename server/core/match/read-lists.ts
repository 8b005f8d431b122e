import { variantTokens } from './bits-of.ts'
import type { CandidateTokens, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import { ListReader } from './list-reader.ts'
import { canBeEvidence } from './rarity.ts'
import { isTableBetween, markRows } from './table.ts'
import type { VerifiedStream } from './verified-stream.ts'
import { packedKind, type WorkIndex } from './work-index.ts'

/** The candidate's tokens that stand in a list on either side: who names what an interface lists, in its order, lists it. */
export interface Lists {
  /** Where one side says the same of one name after the other. */
  listed: ReadonlySet<number>
  /** Where one side has values and keys in a row, or a table. */
  inRows: ReadonlySet<number>
}

export const noLists: Lists = { listed: new Set(), inRows: new Set() }

/** The channel that sees what stands between names, whatever the channel sees that found a run. */
const MEMBERS = 0

interface Side {
  reader: ListReader
  kinds: Uint8Array
  rows: Uint8Array
}

/** Looks for lists on both sides of the runs of one original. */
export type ReadLists = (runs: readonly Run[]) => Lists

/** What is found out about a candidate is kept while it is laid beside one original after the other. */
export function listsOf(index: WorkIndex, streams: Streams, candidate: CandidateTokens): ReadLists {
  let candidateSide: Side | undefined
  const sides = new Map<number, Side>()
  const sideOf = (variant: number) => {
    let side = sides.get(variant)
    if (!side) {
      const own = Uint8Array.from(variantTokens(index, variant), packedKind)
      side = newSide(streams.variant(variant, MEMBERS), own)
      sides.set(variant, side)
    }
    return side
  }
  return (runs) => {
    const theirs = (candidateSide ??= newSide(streams.candidate(MEMBERS), candidate.kinds))
    const found = { listed: new Set<number>(), inRows: new Set<number>(), plain: new Set<number>() }
    for (const run of runs) addLists(found, run, candidate.ids, theirs, sideOf(run.variant), streams)
    return found
  }
}

function newSide(stream: VerifiedStream, kinds: Uint8Array): Side {
  return { reader: new ListReader(stream, kinds.length), kinds, rows: markRows(kinds) }
}

interface Found {
  listed: Set<number>
  inRows: Set<number>
  /** Ids of what stands in no list somewhere: where else it stands is not asked. */
  plain: Set<number>
}

function addLists(
  { listed, inRows, plain }: Found,
  { channel, variant, candidate, original, length }: Run,
  ids: Int32Array,
  theirs: Side,
  ours: Side,
  streams: Streams,
): void {
  const theirTokens = streams.candidate(channel).token.subarray(candidate, candidate + length)
  const ourTokens = streams.variant(variant, channel).token.subarray(original, original + length)
  const [first, last] = [ourTokens[0]!, ourTokens[length - 1]!]
  const isTable = isTableBetween(ours.kinds, first, last)
  const isList = theirs.reader.isList(theirTokens[0]!, theirTokens[length - 1]!)
  for (let i = 0; i < length; i++) {
    const [their, our] = [theirTokens[i]!, ourTokens[i]!]
    if (!canBeEvidence(theirs.kinds[their]!)) continue
    if (isTable || theirs.rows[their] === 1 || ours.rows[our] === 1) inRows.add(their)
    if (isList || theirs.reader.isInList(their)) listed.add(their)
    else if (!plain.has(ids[their]!)) {
      if (ours.reader.isList(first, last) || ours.reader.isInList(our)) listed.add(their)
      else plain.add(ids[their]!)
    }
  }
}
