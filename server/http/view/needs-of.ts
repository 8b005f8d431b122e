import { formatCount } from '../../render/pages/format.ts'
import type { Need } from '../../render/pages/need.ts'
import type { MatchRow } from '../../tasks/list-matches.ts'
import type { NoticeSummary } from '../../tasks/notice/notice-summary.ts'
import type { LatestScan } from '../../tasks/scan/show-latest-scan.ts'
import { links } from './links.ts'

export interface Situation {
  slug: string
  /** Strong and weak ones. */
  matches: readonly MatchRow[]
  /** Of every work. */
  notices: readonly NoticeSummary[]
  scan: LatestScan | null
  hasClaimant: boolean
}

type CountedNeed = Need & { count: number }

/**
 * What waits for a person, in the order of the work: search, decide, draft, sign, send, look again.
 * Official repositories need no decision.
 */
export function needsOf(situation: Situation): Need[] {
  return [...searchNeeds(situation), ...decisionNeeds(situation), ...noticeNeeds(situation)]
    .filter(({ count }) => count > 0)
    .map(({ text, tone, href, command }) => ({ text, tone, href, command }))
}

function searchNeeds({ slug, matches, scan }: Situation): CountedNeed[] {
  const unknown = matches.filter((match) => !match.official && match.availability === 'unknown')
  return [
    {
      count: scan === null ? 1 : 0,
      text: 'No search has been made yet',
      tone: 'blue',
      href: links.work(slug),
      command: `clawback scan ${slug}`,
    },
    {
      count: scan?.scan.status === 'incomplete' ? 1 : 0,
      text: `Scan ${scan?.scan.id ?? 0} is incomplete: what it could not tell is not counted as "no copy"`,
      tone: 'amber',
      href: `${links.work(slug)}#scan`,
      command: `clawback scan ${slug} --resume`,
    },
    {
      count: unknown.length,
      text: `${formatCount(unknown.length, 'repository', 'repositories')} of which GitHub did not tell what became`,
      tone: 'amber',
      href: links.matches(slug, { availability: 'unknown' }),
      command: `clawback recheck ${slug}`,
    },
  ]
}

function decisionNeeds({ slug, matches }: Situation): CountedNeed[] {
  const copies = matches.filter((match) => !match.official)
  const undecided = (strength: 'strong' | 'weak') =>
    copies.filter((match) => match.decision === null && match.strength === strength).length
  const counsel = copies.filter((match) => match.decision === 'needs-counsel').length
  return [
    {
      count: undecided('strong'),
      text: `${formatCount(undecided('strong'), 'strong match', 'strong matches')} to decide`,
      tone: 'red',
      href: links.matches(slug, { strength: 'strong', decision: 'none' }),
      command: null,
    },
    {
      count: undecided('weak'),
      text: `${formatCount(undecided('weak'), 'weak match', 'weak matches')} to look at`,
      tone: 'amber',
      href: links.matches(slug, { strength: 'weak', decision: 'none' }),
      command: null,
    },
    {
      count: counsel,
      text: `${formatCount(counsel, 'match', 'matches')} for counsel`,
      tone: 'amber',
      href: links.matches(slug, { decision: 'needs-counsel' }),
      command: null,
    },
  ]
}

function noticeNeeds({ slug, matches, notices, hasClaimant }: Situation): CountedNeed[] {
  const unnamed = matches.filter(
    (match) => match.decision === 'infringing' && match.notices.length === 0 && stands(match),
  )
  const about = new Set(matches.flatMap((match) => match.notices))
  const inState = (status: NoticeSummary['status']) =>
    notices.filter((notice) => about.has(notice.id) && notice.status === status)
  const drafts = inState('draft')
  const signed = inState('signed')
  const place = (found: NoticeSummary[]) =>
    found.length === 1 ? links.notice(found[0]!.id) : links.notices()
  return [
    {
      count: hasClaimant ? 0 : 1,
      text: 'Nobody is set who complains: no notice can be drafted',
      tone: 'amber',
      href: links.work(slug),
      command: `clawback claimant set ${slug} --help`,
    },
    {
      count: unnamed.length,
      text: `${formatCount(unnamed.length, 'infringing repository', 'infringing repositories')} in no notice yet`,
      tone: 'blue',
      href: links.matches(slug, { decision: 'infringing', availability: 'available,changed,unknown' }),
      command: `clawback notice draft ${slug}`,
    },
    {
      count: drafts.length,
      text: `${formatCount(drafts.length, 'notice', 'notices')} to check and sign`,
      tone: 'blue',
      href: place(drafts),
      command: null,
    },
    {
      count: signed.length,
      text: `${formatCount(signed.length, 'signed notice', 'signed notices')} to send`,
      tone: 'blue',
      href: place(signed),
      command: null,
    },
  ]
}

function stands({ availability }: MatchRow): boolean {
  return availability === 'available' || availability === 'changed' || availability === 'unknown'
}
