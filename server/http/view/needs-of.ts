import { formatCount } from '../../render/pages/format.ts'
import type { Need } from '../../render/pages/need.ts'
import type { Overreach } from '../../tasks/list-overreach.ts'
import type { LatestScan } from '../../tasks/scan/show-latest-scan.ts'
import { sumOf, type MatchGroup } from '../../tasks/count-matches.ts'
import type { NoticeSummary } from '../../tasks/notice/notice-summary.ts'
import { links } from './links.ts'
import type { Situation } from './read-situation.ts'

type CountedNeed = Need & { count: number }

/** As much of a work's situation as decides who has to do what. */
export type Waiting = Omit<Situation, 'scan' | 'overreach'> & {
  scan: Pick<LatestScan, 'scan'> | null
  overreach: readonly Pick<Overreach, 'notice' | 'repository'>[]
}

/**
 * What waits for a person. First what was done wrong to others, then in the order of the work: search, decide,
 * draft, sign, send, look again. Official repositories need no decision.
 */
export function needsOf(situation: Waiting): Need[] {
  return [
    ...overreachNeeds(situation),
    ...searchNeeds(situation),
    ...decisionNeeds(situation),
    ...noticeNeeds(situation),
  ]
    .filter(({ count }) => count > 0)
    .map(({ text, tone, href }) => ({ text, tone, href }))
}

/** What a drafted or sent retraction gives back waits for no other one. */
function overreachNeeds({ overreach, notices }: Waiting): CountedNeed[] {
  const retracted = new Set(
    notices.filter(({ kind }) => kind === 'retraction').flatMap(({ repositories }) => repositories),
  )
  const open = overreach.filter(({ repository }) => !retracted.has(repository))
  return [
    {
      count: open.length,
      text: `${formatCount(open.length, 'repository', 'repositories')} disabled under our notice without being named: give back`,
      tone: 'red',
      href: `${links.notice(open[0]?.notice ?? '')}#overreach`,
    },
  ]
}

function searchNeeds({ slug, matches, scan }: Waiting): CountedNeed[] {
  const unknown = sumOf(matches, (match) => !match.official && match.availability === 'unknown')
  return [
    {
      count: scan === null ? 1 : 0,
      text: 'No search has been made yet',
      tone: 'blue',
      href: links.scans(slug),
    },
    {
      count: scan?.scan.status === 'incomplete' ? 1 : 0,
      text: `Scan ${scan?.scan.id ?? 0} is incomplete: what it could not tell is not counted as "no copy"`,
      tone: 'amber',
      href: scan === null ? links.scans(slug) : links.scan(slug, scan.scan.id),
    },
    {
      count: unknown,
      text: `${formatCount(unknown, 'repository', 'repositories')} of which GitHub did not tell what became`,
      tone: 'amber',
      href: links.matches(slug, { availability: 'unknown' }),
    },
  ]
}

function decisionNeeds({ slug, matches }: Waiting): CountedNeed[] {
  const undecided = (strength: 'strong' | 'weak') =>
    sumOf(matches, (match) => !match.official && match.decision === null && match.strength === strength)
  const counsel = sumOf(matches, (match) => !match.official && match.decision === 'needs-counsel')
  return [
    {
      count: undecided('strong'),
      text: `${formatCount(undecided('strong'), 'strong match', 'strong matches')} to decide`,
      tone: 'red',
      href: links.matches(slug, { strength: 'strong', decision: 'none' }),
    },
    {
      count: undecided('weak'),
      text: `${formatCount(undecided('weak'), 'weak match', 'weak matches')} to look at`,
      tone: 'amber',
      href: links.matches(slug, { strength: 'weak', decision: 'none' }),
    },
    {
      count: counsel,
      text: `${formatCount(counsel, 'match', 'matches')} for counsel`,
      tone: 'amber',
      href: links.matches(slug, { decision: 'needs-counsel' }),
    },
  ]
}

function noticeNeeds({ slug, matches, notices, retracted, hasClaimant }: Waiting): CountedNeed[] {
  const inState = (status: NoticeSummary['status']) => notices.filter((notice) => notice.status === status)
  const drafts = inState('draft')
  const signed = inState('signed')
  const infringing = matches.filter((match) => match.decision === 'infringing')
  const unnamed = sumOf(infringing, (match) => !match.named && mayStand(match))
  // What is left of a copy whose owner took some files out stands, too; what was given back may stand.
  const isUp = ({ availability }: Pick<MatchGroup, 'availability'>) =>
    availability === 'available' || availability === 'changed'
  const standing =
    sumOf(infringing, (match) => match.sent && isUp(match)) -
    retracted.filter((one) => one.decision === 'infringing' && isUp(one)).length
  return [
    {
      count: hasClaimant ? 0 : 1,
      text: 'Nobody is set who complains: no notice can be drafted',
      tone: 'amber',
      href: `${links.workSettings(slug)}#claimant`,
    },
    {
      count: unnamed,
      text: `${formatCount(unnamed, 'infringing repository', 'infringing repositories')} in no notice yet`,
      tone: 'blue',
      href: links.draftChoice(slug),
    },
    {
      count: drafts.length,
      text: `${formatCount(drafts.length, 'notice', 'notices')} to check and sign`,
      tone: 'blue',
      href: placeOf(drafts),
    },
    {
      count: signed.length,
      text: `${formatCount(signed.length, 'signed notice', 'signed notices')} to send`,
      tone: 'blue',
      href: placeOf(signed),
    },
    {
      count: standing,
      text: `${formatCount(standing, 'repository', 'repositories')} named in a sent notice and not down`,
      tone: 'amber',
      href: links.matches(slug, { decision: 'infringing', availability: 'available,changed' }),
    },
  ]
}

function placeOf(notices: readonly NoticeSummary[]): string {
  return notices.length === 1 ? links.notice(notices[0]!.id) : links.notices()
}

/** Not known to be down: *could not tell* is not *down*. */
function mayStand({ availability }: MatchGroup): boolean {
  return availability === 'available' || availability === 'changed' || availability === 'unknown'
}
