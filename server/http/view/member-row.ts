import { stateOf, type ForkMember } from '../../core/network/member-state.ts'
import type { NetworkPage } from '../../render/pages/network-page.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from './badges.ts'
import { links } from './links.ts'
import { stateBadge } from './member-states.ts'

/** `names`: of the network's repositories, by their id. */
export function memberRow(
  slug: string,
  member: ForkMember,
  names: ReadonlyMap<number, string>,
): NetworkPage['members'][number] {
  const repository = `${member.owner}/${member.name}`
  const { strength, decision, official, matched, parentId, createdOn } = member
  const copy = !official && (strength === 'strong' || strength === 'weak')
  return {
    repository,
    href: matched ? links.match(slug, repository) : null,
    parent: parentId === null ? null : (names.get(parentId) ?? null),
    state: stateBadge(stateOf(member)),
    strength: strength === null ? null : strengthBadge(strength),
    decision: copy || decision !== null ? decisionBadge(decision) : null,
    availability: availabilityBadge(member.availability),
    createdOn: createdOn === null ? null : new Date(createdOn * 86_400_000).toISOString().slice(0, 10),
    stars: member.stars,
  }
}
