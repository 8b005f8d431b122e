import { decideFile } from './decide-file.ts'
import type { CandidateTokens, Evidence } from './evidence.ts'
import { mergeRanges } from './ranges.ts'
import { byEvidence } from './segments.ts'
import type { FileMatch, OriginalMatch } from './types.ts'
import type { WorkIndex } from './work-index.ts'

/** What the evidence for each original says about the file as a whole. */
export function judgeFile(
  index: WorkIndex,
  evidence: readonly Evidence[],
  candidate: CandidateTokens,
): FileMatch {
  const originals: OriginalMatch[] = []
  const company = evidence.filter((found) => decideFile(found, 0).strength === 'strong').length
  for (const found of evidence) {
    const decision = decideFile(found, company)
    const entry = index.originals[found.original]!
    if (decision.strength === 'none' || entry.public) continue
    originals.push({
      path: entry.path,
      ...decision,
      bits: Math.round(found.bits),
      ofOriginal: found.ofOriginal,
      ofCandidate: found.ofCandidate,
      ranges: mergeRanges(found.ranges),
      reason: reasonOf(index, found, candidate),
    })
  }
  originals.sort(byEvidence)
  const best = originals[0]
  return best
    ? { class: best.class, strength: best.strength, originals }
    : { class: 'none', strength: 'none', originals: [] }
}

const SHOWN = 3
const LONGEST_SHOWN = 40

/** The reason quotes the candidate, which is public, never the original. */
function reasonOf(index: WorkIndex, evidence: Evidence, candidate: CandidateTokens): string {
  const { shared, ofShared, longestRun, tokens, variant, bits, tokenBits, passageBits } = evidence
  const rarest = tokens
    .slice(0, SHOWN)
    .map((id) => `“${candidate.textOf(id).slice(0, LONGEST_SHOWN)}”`)
    .join(', ')
  const reading = index.variantNames[index.variants.name[variant] ?? -1] ?? 'as is'
  const [words, order] = [Math.round(tokenBits), Math.round(bits - tokenBits)]
  return (
    `${shared} of ${ofShared} tokens of the original (${reading}) in order, the longest run ${longestRun}; ` +
    `${tokens.length} distinct names and texts give ${words} bits (${Math.round(passageBits)} in one passage), ` +
    `their order ${order}${rarest === '' ? '.' : `; rarest shared: ${rarest}.`}`
  )
}
