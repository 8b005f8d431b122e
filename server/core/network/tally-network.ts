import { isDown } from '../figures/alive-by-day.ts'
import { stateOf, type ForkMember } from './member-state.ts'

/** A fork network in figures. Each member counts in `examined` or in `couldNotTell`, or else it went before it was looked at. */
export interface NetworkTally {
  /** Repositories, the root among them: as listed, or as GitHub counted when that is more. */
  size: number
  listed: number
  /** Compared, or known without comparing: official ones, and forks that nobody touched. */
  examined: number
  strong: number
  weak: number
  /** Not compared though they are there, and what GitHub counted and did not list. */
  couldNotTell: number
  official: number
  /** Disabled by GitHub, under any notice. */
  disabled: number
  overreach: number
  /** Reviewed as infringing: what the wording that names repositories one by one reaches. */
  named: number
  /** Strong and not official: what the sentence about all or most forks would reach with evidence. */
  withEvidence: number
}

/** `counted`: how many repositories GitHub said the network has; null when it was not asked. */
export function tallyNetwork(members: readonly ForkMember[], counted: number | null): NetworkTally {
  const count = (holds: (member: ForkMember) => boolean) => members.filter(holds).length
  const size = Math.max(members.length, counted ?? 0)
  const theirs = (member: ForkMember) => !member.official
  return {
    size,
    listed: members.length,
    examined: count(({ strength, official }) => strength !== null || official),
    strong: count((member) => theirs(member) && member.strength === 'strong'),
    weak: count((member) => theirs(member) && member.strength === 'weak'),
    couldNotTell:
      count(
        ({ strength, official, availability }) => strength === null && !official && !isDown(availability),
      ) +
      (size - members.length),
    official: count(({ official }) => official),
    disabled: count(({ availability }) => availability === 'disabled'),
    overreach: count((member) => stateOf(member) === 'overreach'),
    named: count((member) => theirs(member) && member.decision === 'infringing'),
    withEvidence: count((member) => theirs(member) && member.strength === 'strong'),
  }
}
