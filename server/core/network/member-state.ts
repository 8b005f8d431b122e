import type { Strength } from '../match/types.ts'
import type { Availability, Decision, RepositoryName } from '../repository/types.ts'
import { isDown } from '../figures/alive-by-day.ts'

/** What is known of one repository of a fork network, seen from one work. */
export interface ForkMember extends RepositoryName {
  /** GitHub's number. */
  id: number
  parentId: number | null
  /** Days since 1970, UTC; null: GitHub did not tell. */
  createdOn: number | null
  stars: number | null
  availability: Availability
  /** Whether it has a match, of any strength. */
  matched: boolean
  official: boolean
  /** What comparing showed; null where no comparison says anything. */
  strength: Strength | null
  decision: Decision | null
  /** Disabled under a notice of ours that names it nowhere. */
  overreach: boolean
}

/**
 * How a repository stands, one word each, in the order in which a person looks at them: what was done wrong first,
 * then what is open, then what is settled.
 */
export const memberStates = [
  'overreach',
  'infringing',
  'strong',
  'weak',
  'could-not-tell',
  'down',
  'cleared',
  'none',
  'official',
] as const
export type MemberState = (typeof memberStates)[number]

/** The first of these that holds. An official repository that our notice took down is overreach before all else. */
export function stateOf(member: ForkMember): MemberState {
  const { availability, strength, decision } = member
  if (member.overreach) return 'overreach'
  if (member.official) return 'official'
  if (decision === 'authorized' || decision === 'fair-use' || decision === 'not-ours') return 'cleared'
  if (isDown(availability)) return 'down'
  if (decision === 'infringing') return 'infringing'
  if (strength === null) return 'could-not-tell'
  return strength
}
