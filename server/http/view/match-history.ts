import type { MatchHistory } from '../../tasks/show-match-history.ts'
import type { MatchHistoryView } from '../../render/pages/match-page.ts'
import { availabilityBadge, decisionBadge, noticeBadge, strengthBadge } from './badges.ts'
import { links } from './links.ts'

const mostEvents = 30
const mostMatches = 12

/** What is known of a repository and its account, in words. */
export function matchHistoryView(
  slug: string,
  { earlierNames, events, owner }: MatchHistory,
): MatchHistoryView {
  return {
    earlierNames,
    events: events.slice(0, mostEvents).map(({ at, actor, kind, data }) => ({
      at,
      actor,
      what: describe(kind, data),
    })),
    moreEvents: Math.max(0, events.length - mostEvents),
    owner: {
      name: owner.name,
      matches: owner.matches.slice(0, mostMatches).map((match) => ({
        repository: match.repository,
        href: links.match(slug, match.repository),
        strength: strengthBadge(match.strength),
        decision: match.official ? null : decisionBadge(match.decision),
        availability: availabilityBadge(match.availability),
      })),
      moreMatches:
        owner.matches.length > mostMatches
          ? { count: owner.matches.length - mostMatches, href: links.matches(slug, { q: `${owner.name}/` }) }
          : null,
      notices: owner.notices.map(({ id, kind, status, sentAt, repositories }) => ({
        id,
        href: links.notice(id),
        kind,
        status: noticeBadge(status as Parameters<typeof noticeBadge>[0]),
        sentAt,
        repositories,
      })),
      counterNotices: owner.counterNotices.map((one) => ({ ...one, href: links.notice(one.notice) })),
      returnedAfter: owner.returnedAfter.map((one) => ({ ...one, href: links.notice(one.notice) })),
    },
  }
}

/** One event in words; a kind that is not known here is named as the log names it. */
function describe(kind: string, data: Readonly<Record<string, unknown>>): string {
  const say = (name: string) => {
    const value = data[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  switch (kind) {
    case 'match.found':
      return `Compared in scan ${say('scan')}: ${say('strength')}, ${say('class')}`
    case 'match.reviewed':
      return `Decided ${say('decision')} by ${say('reviewer')}${data['bulk'] === undefined ? '' : `, in bulk ${say('bulk')}`}`
    case 'match.review-taken-back':
      return `Decision ${say('decision')} taken back; ${say('standing') === '' ? 'nobody’s stands' : `${say('standing')} stands`}`
    case 'repository.availability':
      return `${say('from')} → ${say('to')}${data['reinstated'] === true ? ', reinstated' : ''}${say('noticeUrl') === '' ? '' : `, by ${say('noticeUrl')}`}`
    case 'repository.renamed':
      return `Renamed from ${say('from')} to ${say('to')}`
    case 'overreach.found':
      return `Disabled under ${say('notice')} without being named in it`
    case 'overreach.repaired':
      return `Available again after it was hit by ${say('notice')}`
    case 'network.listed':
      return 'Its fork network was listed'
    default:
      return kind
  }
}
