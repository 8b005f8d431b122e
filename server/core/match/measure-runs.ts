import { channels } from '../fingerprint/channel.ts'
import { anchoredPart, overlaps } from './anchored-part.ts'
import { variantTokens } from './bits-of.ts'
import { countBits } from './count-bits.ts'
import { LONG_PASSAGE_BITS } from './decide-file.ts'
import type { CandidateTokens, Evidence, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import { groupRuns } from './group-runs.ts'
import { canBeEvidence } from './rarity.ts'
import type { Marks } from './marks.ts'
import type { Lists } from './read-lists.ts'
import { PASSAGES } from './source-file.ts'
import { addStructure, STRUCTURE_BITS } from './structure.ts'
import { isTable, isWritten } from './table.ts'
import { NOT_RARE, tellingTokens } from './telling-tokens.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from './work-index.ts'

/** Which of the candidate's tokens may count for an original: those that no other explains better. */
export type Claim = (candidateToken: number) => boolean

/** A reading with fewer symbols is not asked what share of the file it shows. */
const TELLING_SYMBOLS = 24
const TABLE_SHARE = 0.25
/** Symbols. Many import the same; nobody imports so much in one order without a gap. */
const LONG_IMPORTS = 64

/** Two large files share idioms by the hundred: structure counts in full only where it is most of the original's. */
const WHOLE_STRUCTURE = 0.5

/** What an original's runs show, and those of them that are copied text. */
export type Measured = Omit<Evidence, 'ranges'> & { copied: Run[] }

/**
 * Measures the runs of one original. Text from a generator gives the same passage in hundreds of runs: what a passage
 * shows is worked out once.
 * @param lists what stands in a list or a row counts as little as in a table
 */
export function measureRuns(
  index: WorkIndex,
  original: number,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
  covered: Marks,
  mayClaim: Claim,
  lists: Lists,
): Measured {
  const ids = new Set<number>()
  const tableIds = new Set<number>()
  const listedIds = new Set<number>()
  const structure = new Set<number>()
  const copied: Run[] = []
  const bitsOfIds = new Map<string, number>()
  let longestRun = 0
  let passageBits = 0
  let passageTokens = 0
  let best = { variant: -1, shared: 0, of: 1, ofOriginal: 0, ofCandidate: 0, isQuoted: false }
  for (const group of groupRuns(runs)) {
    const { variant, channel } = group[0]!
    const theirs = streams.candidate(channel)
    const ours = streams.variant(variant, channel)
    const base = index.variants.tokenStart[variant]!
    const hasOwnShape = index.variantNames[index.variants.name[variant]!] !== 'ES5'
    const isQuoted = candidate.share < 1 || index.variantNames[index.variants.name[variant]!] === PASSAGES
    const seen = new Uint8Array(ours.symbol.length)
    const anchored = anchoredPart(group)
    const shaped = new Set<number>()
    covered.begin()
    for (const run of group) {
      longestRun = Math.max(longestRun, run.length)
      const isImports = channels[channel]!.name === 'I'
      const isList = isImports && run.length < LONG_IMPORTS
      const kept = isList || isTable(candidate.kinds, theirs, run) ? tableIds : ids
      const inRun = new Set<number>()
      const same: number[] = []
      const rare: number[] = []
      let claimed = 0
      for (let i = 0; i < run.length; i++) {
        const theirToken = theirs.token[run.candidate + i]!
        if (!mayClaim(theirToken)) continue
        claimed++
        if (candidate.common[theirToken] === 0) covered.add(run.candidate + i)
        seen[run.original + i] = 1
        const packed = index.tokens[base + ours.token[run.original + i]!]!
        const id = candidate.ids[theirToken]!
        if (id !== packedId(packed)) continue
        const isTelling = !isPublic(packed) && canBeEvidence(packedKind(packed))
        const isListed = lists.listed.has(theirToken)
        const isInRow = lists.inRows.has(theirToken)
        same.push(id)
        rare.push(isTelling && !isListed && !isInRow ? id : NOT_RARE)
        if (isListed && isTelling) listedIds.add(id)
        else if (isInRow && isTelling) tableIds.add(id)
        else if (isTelling || (isImports && !isPublic(packed))) {
          kept.add(id)
          inRun.add(id)
        }
      }
      if (claimed * 2 < run.length) continue
      // Names alone, with nothing between them compared, are a list as soon as an interface prescribes them.
      const isPassage = kept === ids && channels[channel]!.name !== 'S'
      const bits = kept === ids && inRun.size > 0 ? bitsOf(inRun) : 0
      if (isPassage) passageBits = Math.max(passageBits, bits)
      if (isPassage && bits >= LONG_PASSAGE_BITS)
        passageTokens = Math.max(passageTokens, tellingTokens(index, same, rare))
      if (bits >= BESIDE_BITS || overlaps(run, anchored)) copied.push(run)
      const place = run.original * MOST_SYMBOLS + run.length
      if (shaped.has(place) || !hasOwnShape) continue
      shaped.add(place)
      if (channels[channel]!.name === 'M' || channels[channel]!.name === 'A')
        addStructure(index, run, ours, structure)
    }
    const shared = sum(seen)
    const reading = {
      variant,
      shared,
      of: ours.symbol.length,
      isQuoted,
      ofOriginal: (shared / ours.symbol.length) * shareOfOriginal(index, variant),
      ofCandidate: (covered.count / Math.max(1, streams.ownOfCandidate(channel))) * candidate.share,
    }
    if (showsMore(reading, best)) best = reading
  }
  const written = [...tableIds].filter((id) => isWritten(candidate.textOf(id)))
  for (const id of written) ids.add(id)
  const inCode = countBits(index, ids)
  const inTables = countBits(
    index,
    [...tableIds, ...listedIds].filter((id) => !ids.has(id)),
  )
  const tokenBits = inCode.bits + inTables.bits * TABLE_SHARE
  const structureBits = structure.size * STRUCTURE_BITS * Math.min(1, best.ofOriginal / WHOLE_STRUCTURE)
  return {
    original,
    bits: tokenBits + structureBits,
    tokenBits,
    tableBits: inTables.bits * TABLE_SHARE,
    passageBits,
    writtenBits: countBits(index, written).bits,
    passageTokens,
    tokens: [...inCode.ranked, ...inTables.ranked],
    isShortText: best.isQuoted && best.shared < LONG_TEXT,
    longestRun,
    shared: best.shared,
    ofShared: best.of,
    ofOriginal: best.ofOriginal,
    ofCandidate: best.ofCandidate,
    variant: best.variant,
    copied,
  }

  function bitsOf(inRun: ReadonlySet<number>): number {
    const key = [...inRun].join()
    let bits = bitsOfIds.get(key)
    if (bits === undefined) {
      bits = countBits(index, inRun).bits
      bitsOfIds.set(key, bits)
    }
    return bits
  }
}

const MOST_SYMBOLS = 2 ** 26

/** A short run before the first anchor or after the last is copied text only when it tells this much by itself. */
const BESIDE_BITS = 8

/** A shorter text in quotes may be prescribed: the head of a file format, the answer that a protocol asks for. */
const LONG_TEXT = 64

interface Reading {
  of: number
  ofOriginal: number
}

/** Passages are a part of the original, which stands before them in the index. */
function shareOfOriginal(index: WorkIndex, variant: number): number {
  if (index.variantNames[index.variants.name[variant]!] !== PASSAGES) return 1
  const passages = variantTokens(index, variant).length
  return passages / (passages + variantTokens(index, variant - 1).length)
}

function showsMore(reading: Reading, than: Reading): boolean {
  const isTelling = reading.of >= TELLING_SYMBOLS
  if (isTelling !== than.of >= TELLING_SYMBOLS) return isTelling
  return reading.ofOriginal > than.ofOriginal
}

function sum(flags: Uint8Array): number {
  let count = 0
  for (const flag of flags) count += flag
  return count
}
