import type { CandidateTokens, Evidence, Streams } from './evidence.ts'
import type { Run } from './extend-seeds.ts'
import { fillGaps } from './fill-gaps.ts'
import { groupRuns } from './group-runs.ts'
import { Marks } from './marks.ts'
import { measureOriginal } from './measure-original.ts'
import { listsOf } from './read-lists.ts'
import { rangeOf } from './run-lines.ts'
import type { WorkIndex } from './work-index.ts'

/** Originals that explain a passage equally well, within this, hold the same passage: both are named. */
export const AS_GOOD = 0.97

/**
 * Measures every original that has runs. A passage counts for the originals that explain most: a file is not
 * said to copy what it merely has in common with the true original.
 */
export function shareOut(
  index: WorkIndex,
  runs: readonly Run[],
  streams: Streams,
  candidate: CandidateTokens,
): Evidence[] {
  const covered = new Marks(candidate.count * 2)
  const readLists = listsOf(index, streams, candidate)
  const alone = [...runsByOriginal(index, runs)].map(([original, anchors]) => {
    const all = [...anchors, ...groupRuns(anchors).flatMap((group) => fillGaps(group, streams))]
    return {
      runs: all,
      evidence: measureOriginal(index, original, all, streams, candidate, covered, () => true, readLists),
    }
  })
  alone.sort((a, b) => b.evidence.bits - a.evidence.bits || a.evidence.original - b.evidence.original)
  /** The bits of the original that each token was counted for. */
  const explainedBy = new Float32Array(candidate.count)
  return alone.map(({ runs, evidence }) => {
    const enough = evidence.bits / AS_GOOD
    const mayClaim = (token: number) => explainedBy[token]! <= enough
    const claimsAll = runs.every((run) => everyToken(run, mayClaim))
    const { copied, ...measured } = claimsAll
      ? evidence
      : measureOriginal(index, evidence.original, runs, streams, candidate, covered, mayClaim, readLists)
    for (const run of runs) {
      const { token } = streams.candidate(run.channel)
      for (let i = run.candidate; i < run.candidate + run.length; i++)
        if (explainedBy[token[i]!] === 0) explainedBy[token[i]!] = evidence.bits
    }
    const ranges = copied.map((run) =>
      rangeOf(
        index,
        run,
        streams.candidate(run.channel),
        streams.variant(run.variant, run.channel),
        candidate,
      ),
    )
    return { ...measured, ranges }
  })

  function everyToken(run: Run, holds: (token: number) => boolean): boolean {
    const { token } = streams.candidate(run.channel)
    for (let i = run.candidate; i < run.candidate + run.length; i++) if (!holds(token[i]!)) return false
    return true
  }
}

function runsByOriginal(index: WorkIndex, runs: readonly Run[]): Map<number, Run[]> {
  const byOriginal = new Map<number, Run[]>()
  for (const run of runs) {
    const original = index.variants.original[run.variant]!
    const group = byOriginal.get(original)
    if (group) group.push(run)
    else byOriginal.set(original, [run])
  }
  return byOriginal
}
