import { channels } from '../fingerprint/channel.ts'
import { countBits } from './count-bits.ts'
import type { CandidateTokens, Evidence, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import { groupRuns } from './group-runs.ts'
import { canBeEvidence } from './rarity.ts'
import { rangeOf } from './run-lines.ts'
import { addStructure, STRUCTURE_BITS } from './structure.ts'
import { isTable } from './table.ts'
import type { MatchedRange } from './types.ts'
import { isPublic, packedId, packedKind, type WorkIndex } from './work-index.ts'

/** Which of the candidate's tokens may count for an original: those that no other explains better. */
export type Claim = (candidateToken: number) => boolean

/** A reading with fewer symbols is not asked what share of the file it shows. */
const TELLING_SYMBOLS = 24
/** In a table, a short entry is a name that many tables hold (sizes, codes, entities). */
const TABLE_ENTRY = 20
const TABLE_SHARE = 0.25

/** Two large files share idioms by the hundred: structure counts in full only where it is most of the original's. */
const WHOLE_STRUCTURE = 0.5

/** Measures the runs of one original. */
export function measureRuns(
  index: WorkIndex,
  original: number,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
  mayClaim: Claim,
): Evidence {
  const ids = new Set<number>()
  const tableIds = new Set<number>()
  const structure = new Set<number>()
  const ranges: MatchedRange[] = []
  let longestRun = 0
  let passageBits = 0
  let best = { variant: -1, shared: 0, of: 1, ofCandidate: 0 }
  for (const group of groupRuns(runs)) {
    const { variant, channel } = group[0]!
    const theirs = streams.candidate(channel)
    const ours = streams.variant(variant, channel)
    const base = index.variants.tokenStart[variant]!
    const hasOwnShape = index.variantNames[index.variants.name[variant]!] !== 'ES5'
    const seen = new Uint8Array(ours.symbol.length)
    const covered = new Uint8Array(theirs.symbol.length)
    for (const run of group) {
      longestRun = Math.max(longestRun, run.length)
      const isList = channels[channel]!.name === 'I'
      const kept = isList || isTable(candidate.kinds, theirs, run) ? tableIds : ids
      const inRun = new Set<number>()
      let claimed = 0
      for (let i = 0; i < run.length; i++) {
        const theirToken = theirs.token[run.candidate + i]!
        if (!mayClaim(theirToken)) continue
        claimed++
        covered[run.candidate + i] = 1
        seen[run.original + i] = 1
        const packed = index.tokens[base + ours.token[run.original + i]!]!
        const id = candidate.ids[theirToken]!
        if (id === packedId(packed) && !isPublic(packed) && (isList || canBeEvidence(packedKind(packed)))) {
          kept.add(id)
          inRun.add(id)
        }
      }
      if (claimed * 2 < run.length) continue
      if (kept === ids && inRun.size > 0) passageBits = Math.max(passageBits, countBits(index, inRun).bits)
      ranges.push(rangeOf(index, run, theirs, ours, candidate))
      if (hasOwnShape && (channels[channel]!.name === 'M' || channels[channel]!.name === 'A'))
        addStructure(index, run, ours, structure)
    }
    const shared = sum(seen)
    const reading = {
      variant,
      shared,
      of: ours.symbol.length,
      ofCandidate: sum(covered) / theirs.symbol.length,
    }
    if (showsMore(reading, best)) best = reading
  }
  for (const id of tableIds) if (index.dictionary.lengths[id]! > TABLE_ENTRY) ids.add(id)
  const inCode = countBits(index, ids)
  const inTables = countBits(
    index,
    [...tableIds].filter((id) => !ids.has(id)),
  )
  const tokenBits = inCode.bits + inTables.bits * TABLE_SHARE
  const structureBits = structure.size * STRUCTURE_BITS * Math.min(1, best.shared / best.of / WHOLE_STRUCTURE)
  return {
    original,
    bits: tokenBits + structureBits,
    tokenBits,
    passageBits,
    tokens: [...inCode.ranked, ...inTables.ranked],
    longestRun,
    shared: best.shared,
    ofShared: best.of,
    ofOriginal: best.shared / best.of,
    ofCandidate: best.ofCandidate,
    variant: best.variant,
    ranges,
  }
}

interface Reading {
  shared: number
  of: number
}

function showsMore(reading: Reading, than: Reading): boolean {
  const isTelling = reading.of >= TELLING_SYMBOLS
  if (isTelling !== than.of >= TELLING_SYMBOLS) return isTelling
  return reading.shared / reading.of > than.shared / than.of
}

function sum(flags: Uint8Array): number {
  let count = 0
  for (const flag of flags) count += flag
  return count
}
