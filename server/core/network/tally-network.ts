import { isDown } from '../figures/alive-by-day.ts'
import { stateOf, type ForkMember } from './member-state.ts'

/** A fork network in figures. Each member counts in `examined` or in `couldNotTell`, or else it went before it was looked at. */
export interface NetworkTally {
  /** Repositories, the root among them: as listed, or as GitHub counted when that is more. */
  size: number
  listed: number
  /** Compared, or known without comparing: official ones, and forks that nobody touched. */
  examined: number
  /** Official ones left out, here and below: what the sentence about all or most forks would reach with evidence. */
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
}

/** `counted`: how many repositories GitHub said the network has; null when it was not asked. */
export function tallyNetwork(members: readonly ForkMember[], counted: number | null): NetworkTally {
  const size = Math.max(members.length, counted ?? 0)
  const tally: NetworkTally = {
    size,
    listed: members.length,
    examined: 0,
    strong: 0,
    weak: 0,
    couldNotTell: size - members.length,
    official: 0,
    disabled: 0,
    overreach: 0,
    named: 0,
  }
  for (const member of members) {
    const { strength, official, availability } = member
    if (strength !== null || official) tally.examined += 1
    else if (!isDown(availability)) tally.couldNotTell += 1
    if (availability === 'disabled') tally.disabled += 1
    if (stateOf(member) === 'overreach') tally.overreach += 1
    if (official) {
      tally.official += 1
      continue
    }
    if (strength === 'strong') tally.strong += 1
    if (strength === 'weak') tally.weak += 1
    if (member.decision === 'infringing') tally.named += 1
  }
  return tally
}
