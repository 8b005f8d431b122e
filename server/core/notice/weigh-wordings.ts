import type { Decision } from '../repository/types.ts'
import type { Strength } from '../match/types.ts'
import { errorOf, warningOf, type NoticeProblem } from './problem.ts'
import { fullName } from './same-repository.ts'
import type { RepositoryIdentity } from './candidate.ts'

/** One repository of a network as far as it is known. */
export interface NetworkMember extends RepositoryIdentity {
  official: boolean
  /** What comparing showed; null where nothing was compared. */
  strength: Strength | null
  /** The decision that holds over the evidence of today. */
  decision: Decision | null
  /** The same for members whose trees and evidence are identical; null where no evidence is known. */
  likeness: string | null
}

/** A fork network, root included, as it was listed; `counted`: how many GitHub said it has, null when it was not asked. */
export interface KnownNetwork {
  root: RepositoryIdentity
  members: NetworkMember[]
  counted: number | null
}

/** What one wording lets GitHub disable, and what of it the evidence covers. */
export interface Wording {
  /** `named-only`: the repositories listed. `network`: the sentence that all or most forks infringe. */
  wording: 'named-only' | 'network'
  couldDisable: number
  withEvidence: number
  withoutEvidence: number
  official: number
  allowed: boolean
  /** Why it is refused, in words. */
  because: string[]
}

/** What a notice about a network could reach (GitHub's takedown policy, section B). */
export interface NetworkReach {
  network: string
  rootOfficial: boolean
  /** Official repositories in the network, the root among them. */
  official: string[]
  /** Repositories in the network, the root included: as listed, or as GitHub counted when that is more. */
  size: number
  listed: number
  /** Reviewed as infringing, and named. */
  named: number
  wordings: Wording[]
}

/** Figures of each wording before anything is drafted: what was named and sworn in March 2026, and what it swept. */
export function weighWordings(network: KnownNetwork, named: readonly RepositoryIdentity[]): NetworkReach {
  const { root, members, counted } = network
  const official = members.filter((member) => member.official)
  const size = Math.max(members.length, counted ?? 0)
  const evidenced = members.filter(({ strength, official: own }) => strength === 'strong' && !own).length
  const because = refuseNetworkWording(network)
  return {
    network: fullName(root),
    rootOfficial: official.some(({ id }) => id === root.id),
    official: official.map(fullName).sort(),
    size,
    listed: members.length,
    named: named.length,
    wordings: [
      {
        wording: 'named-only',
        couldDisable: named.length,
        withEvidence: named.length,
        withoutEvidence: 0,
        official: 0,
        allowed: true,
        because: [],
      },
      {
        wording: 'network',
        couldDisable: size,
        withEvidence: evidenced,
        withoutEvidence: size - evidenced,
        official: official.length,
        allowed: because.length === 0,
        because: because.map(({ message }) => message),
      },
    ],
  }
}

/**
 * Why nobody may swear that all or most forks of this network infringe: official repositories in it, members that
 * were not listed or compared, or heads that are not one and the same.
 */
export function refuseNetworkWording({ root, members, counted }: KnownNetwork): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  const refuse = (code: string, message: string): void => {
    problems.push(
      errorOf(code, message, 'Name each repository that was looked at, and leave the sentence out'),
    )
  }
  const official = members.filter((member) => member.official)
  if (official.length > 0) {
    const isRoot = official.some(({ id }) => id === root.id)
    const names = official.slice(0, 3).map(fullName).join(', ')
    refuse(
      'network-official',
      isRoot
        ? `The root of the network, ${fullName(root)}, is an official repository`
        : `${official.length} official of the network's repositories would be swept: ${names}`,
    )
  }
  if (counted !== null && counted > members.length) {
    refuse(
      'network-not-listed',
      `${counted - members.length} of the network's ${counted} repositories were not listed`,
    )
  }
  const without = members.filter(({ strength, official: own }) => strength !== 'strong' && !own).length
  if (without > 0)
    refuse('network-without-evidence', `${without} of its repositories show no strong evidence`)
  const contents = new Set(
    members.flatMap(({ likeness, strength }) => (strength === 'strong' ? [likeness] : [])),
  )
  if (contents.size > 1 || contents.has(null)) {
    refuse('network-heads-diverge', `Its heads diverge: ${contents.size} different contents were found`)
  }
  return problems
}

/**
 * What the named-only wording may still do: when every repository of a network is named, GitHub may process the
 * notice against those that are forked meanwhile (GitHub's takedown policy, section B: "actively being forked").
 */
export function warnOfWholeNetwork(reach: NetworkReach): NoticeProblem[] {
  if (reach.named === 0 || reach.named < reach.size || reach.size < 2) return []
  return [
    warningOf(
      'whole-network-named',
      `Every repository of the network of ${reach.network} is named: GitHub may also disable what is forked meanwhile`,
      'List the network again right before sending, and look at what was disabled afterwards: clawback recheck',
    ),
  ]
}
