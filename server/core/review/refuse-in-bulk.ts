import type { MatchClass, Strength } from '../match/types.ts'
import type { Decision } from '../repository/types.ts'
import { isSamePerson } from './same-person.ts'

/** What decides whether one match may be decided together with others. */
export interface BulkCandidate {
  official: boolean
  class: MatchClass
  strength: Strength
  /** Files of the evidence. */
  files: number
  /** The decision that holds, and whose it is. */
  standing: { decision: Decision; reviewer: string } | null
  /** Who looked, by themselves, at a match with exactly its trees and evidence, and decided infringing. */
  lookedAtBy: readonly string[]
}

export interface BulkRefusal {
  code: 'official' | 'decided' | 'no-evidence' | 'port' | 'not-looked-at'
  /** In words, for the row of the list. */
  reason: string
}

/**
 * Why a match is not decided in bulk; null when it may be. What one person decided by looking is not changed by a
 * sweep, and nobody is accused by one: a sworn statement rests on each `infringing`, so the reviewer must have looked
 * at the very same trees and evidence somewhere. `reviewer` null: not known yet, so whoever looked.
 */
export function refuseInBulk(
  decision: Decision,
  candidate: BulkCandidate,
  reviewer: string | null,
): BulkRefusal | null {
  if (candidate.official) {
    return { code: 'official', reason: 'official: the owner’s own or licensed, nothing to decide' }
  }
  if (candidate.standing !== null) {
    const { decision: stands, reviewer: who } = candidate.standing
    const reason =
      stands === decision
        ? `decided so already, by ${who}`
        : `decided before: ${stands}, by ${who}; it is changed only by itself`
    return { code: 'decided', reason }
  }
  if (decision !== 'infringing') return null
  if (candidate.class === 'port') {
    return { code: 'port', reason: 'a port: refer it, counsel decides' }
  }
  if (candidate.strength === 'none' || candidate.files === 0) {
    return { code: 'no-evidence', reason: 'no evidence to claim by' }
  }
  const looked = candidate.lookedAtBy.some((who) => reviewer === null || isSamePerson(who, reviewer))
  if (looked) return null
  const who = reviewer === null ? 'nobody' : `${reviewer} has not`
  return {
    code: 'not-looked-at',
    reason: `${who} looked at one with exactly its trees and evidence and decided it infringing`,
  }
}
