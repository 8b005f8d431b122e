import type { MatchRow } from '../../tasks/list-matches.ts'
import type { MatchListRow } from '../../render/pages/matches-page.ts'
import { availabilityBadge, decisionBadge, strengthBadge } from './badges.ts'
import { links } from './links.ts'
import type { MatchList } from './match-list.ts'

/** The matches of a list as its rows show them. */
export function matchRows(slug: string, list: MatchList, found: readonly MatchRow[]): MatchListRow[] {
  return found.map((match) => ({
    id: match.id,
    repository: match.repository,
    href: links.match(slug, match.repository, list),
    official: match.official,
    parent: match.parent,
    networkRoot: match.networkRoot,
    networkHref: match.networkRoot === null ? null : links.matches(slug, { q: match.networkRoot }),
    strength: strengthBadge(match.strength),
    class: match.class,
    ofWork: match.ofWork,
    ofRepository: match.ofRepository,
    entireRepository: match.entireRepository,
    originalsFound: match.originalsFound,
    decision: match.official ? null : decisionBadge(match.decision),
    availability: availabilityBadge(match.availability),
    notices: noticesNaming(match),
  }))
}

/** The notices that name a match, and whether each claims it still. */
export function noticesNaming({
  notices,
  retracted,
}: Pick<MatchRow, 'notices' | 'retracted'>): { id: string; href: string; retracted: boolean }[] {
  return notices.map((id) => ({ id, href: links.notice(id), retracted: retracted.includes(id) }))
}
