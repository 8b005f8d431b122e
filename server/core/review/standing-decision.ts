import type { MatchClass } from '../match/types.ts'
import type { Decision } from '../repository/types.ts'

/** One recorded decision. `second`: a second look by somebody else; `counsel`: counsel's own. */
export interface Review {
  kind: 'first' | 'second' | 'counsel'
  decision: Decision
  reviewer: string
  fairUse: string | null
  /** Hash of the evidence that the reviewer had before them. */
  evidenceHash: string
}

export interface Standing<One extends Review = Review> {
  /** What holds today; null where nobody decided, or no decision holds. */
  decision: Decision | null
  /** The review that it rests on; the latest one where none holds. */
  by: One | null
  /** Why a decision does not hold, or what has come up since it was made. */
  because: 'never-reviewed' | 'evidence-changed' | 'new-evidence' | 'not-counsel' | 'no-fair-use' | null
}

/**
 * The decision that holds over the evidence of today, from all that were recorded, oldest first.
 *
 * `infringing` holds only over exactly the evidence that its reviewer saw, with a record of how fair use was
 * considered, when no second look disagrees, and over a port only as counsel's own decision. `authorized`,
 * `fair-use`, `not-ours` and `needs-counsel` hold whatever a scan finds later: new evidence is told, and a person
 * decides.
 */
export function standingDecision<One extends Review>(
  reviews: readonly One[],
  evidenceHash: string,
  matchClass: MatchClass,
): Standing<One> {
  const base = reviews.findLastIndex(({ kind }) => kind !== 'second')
  const first = reviews[base]
  if (first === undefined) return { decision: null, by: null, because: 'never-reviewed' }
  const by = first.decision === 'infringing' ? (reviews.slice(base + 1).find(disagrees) ?? first) : first
  const isCurrent = by.evidenceHash === evidenceHash
  if (by.decision !== 'infringing') {
    return { decision: by.decision, by, because: isCurrent ? null : 'new-evidence' }
  }
  const because = !isCurrent
    ? 'evidence-changed'
    : (by.fairUse ?? '').trim() === ''
      ? 'no-fair-use'
      : matchClass === 'port' && by.kind !== 'counsel'
        ? 'not-counsel'
        : null
  return { decision: because === null ? 'infringing' : null, by, because }
}

/** A second look that does not say `infringing`: two people disagree, and nobody is accused. */
function disagrees({ decision }: Review): boolean {
  return decision !== 'infringing'
}
