import type { Need } from '../../render/pages/need.ts'
import { formatCount } from '../../render/pages/format.ts'
import type { MatchRow } from '../../tasks/list-matches.ts'
import type { NoticeSummary } from '../../tasks/notice/notice-summary.ts'
import { links } from './links.ts'

interface Situation {
  slug: string
  /** Strong and weak ones. */
  matches: readonly MatchRow[]
  /** Of every work. */
  notices: readonly NoticeSummary[]
  hasClaimant: boolean
}

/**
 * What waits for a person, the order being that of the work: decide, draft, sign, send, and look again.
 * Official repositories need no decision; a weak match may never need one, so it comes after the strong.
 */
export function needsOf({ slug, matches, notices, hasClaimant }: Situation): Need[] {
  const copies = matches.filter((match) => !match.official)
  const undecided = copies.filter((match) => match.decision === null)
  const unnamed = copies.filter(
    (match) => match.decision === 'infringing' && match.notices.length === 0 && stands(match),
  )
  const about = new Set(copies.flatMap((match) => match.notices))
  const ours = notices.filter((notice) => about.has(notice.id))
  const drafts = ours.filter((notice) => notice.status === 'draft')
  const signed = ours.filter((notice) => notice.status === 'signed')
  const needs: (Need & { count: number })[] = [
    need(
      undecided.filter((m) => m.strength === 'strong').length,
      'strong match',
      'strong matches',
      'to decide',
      {
        tone: 'red',
        href: links.matches(slug, { strength: 'strong', decision: 'none' }),
      },
    ),
    need(undecided.filter((m) => m.strength === 'weak').length, 'weak match', 'weak matches', 'to look at', {
      tone: 'amber',
      href: links.matches(slug, { strength: 'weak', decision: 'none' }),
    }),
    need(copies.filter((m) => m.decision === 'needs-counsel').length, 'match', 'matches', 'for counsel', {
      tone: 'amber',
      href: links.matches(slug, { decision: 'needs-counsel' }),
    }),
    need(unnamed.length, 'infringing repository', 'infringing repositories', 'in no notice yet', {
      tone: 'blue',
      href: links.matches(slug, { decision: 'infringing', availability: 'available,changed,unknown' }),
      command: `clawback notice draft ${slug}`,
    }),
    need(drafts.length, 'notice', 'notices', 'to check and sign', {
      tone: 'blue',
      href: drafts.length === 1 ? links.notice(drafts[0]!.id) : links.notices(),
    }),
    need(signed.length, 'signed notice', 'signed notices', 'to send', {
      tone: 'blue',
      href: signed.length === 1 ? links.notice(signed[0]!.id) : links.notices(),
    }),
    need(
      copies.filter((m) => m.availability === 'unknown').length,
      'repository',
      'repositories',
      'that GitHub did not tell about',
      {
        tone: 'amber',
        href: links.matches(slug, { availability: 'unknown' }),
        command: `clawback recheck ${slug}`,
      },
    ),
  ]
  const claimant: Need[] = hasClaimant
    ? []
    : [
        {
          text: 'Nobody is set who complains: a notice cannot be drafted',
          tone: 'amber',
          href: links.work(slug),
          command: `clawback claimant set ${slug} --help`,
        },
      ]
  return [
    ...needs
      .filter(({ count }) => count > 0)
      .map(({ text, tone, href, command }) => ({ text, tone, href, command })),
    ...claimant,
  ]
}

function stands({ availability }: MatchRow): boolean {
  return availability === 'available' || availability === 'changed' || availability === 'unknown'
}

function need(
  count: number,
  one: string,
  many: string,
  what: string,
  rest: { tone: Need['tone']; href: string; command?: string },
): Need & { count: number } {
  return { command: null, ...rest, count, text: `${formatCount(count, one, many)} ${what}` }
}
