import type { MatchClass } from '../../core/match/types.ts'
import type { Standing } from '../../core/review/standing-decision.ts'
import type { EarlierDecisions } from '../../tasks/review/earlier-decisions.ts'
import { decisionBadge } from './badges.ts'
import { links } from './links.ts'

/** What a reviewer may choose, each with what it does. A port is counsel's to decide. */
export function decisionChoices(matchClass: MatchClass): { value: string; text: string; effect: string }[] {
  const all = [
    { value: 'infringing', text: 'Infringing', effect: 'a notice may name it' },
    { value: 'authorized', text: 'Authorized', effect: 'the owner allows it; never named' },
    { value: 'fair-use', text: 'Fair use', effect: 'never named' },
    { value: 'not-ours', text: 'Not ours', effect: 'the likeness is not from the work; never named' },
    { value: 'needs-counsel', text: 'Needs counsel', effect: 'not named until counsel decides' },
  ]
  return matchClass === 'port' ? all.filter(({ value }) => value !== 'infringing') : all
}

/** The words alone, in the order in which a list offers them: what accuses nobody first. */
export const decisionWords = [
  { value: 'authorized', text: 'Authorized' },
  { value: 'not-ours', text: 'Not ours' },
  { value: 'fair-use', text: 'Fair use' },
  { value: 'needs-counsel', text: 'Needs counsel' },
  { value: 'infringing', text: 'Infringing' },
]

/** Why a person is asked again, or what came up since. */
export function standingReason(because: Standing['because']): string | null {
  switch (because) {
    case null:
    case 'never-reviewed':
      return null
    case 'evidence-changed':
      return 'The evidence is not what the reviewer saw: the decision does not hold any more.'
    case 'new-evidence':
      return 'A scan found other evidence since. The decision holds until a person changes it.'
    case 'not-counsel':
      return 'A port can be named only by counsel’s own decision.'
    case 'no-fair-use':
      return 'How fair use was considered is not recorded: the decision does not hold.'
  }
}

export interface EarlierRow {
  repository: string
  href: string
  decision: ReturnType<typeof decisionBadge>
  reviewer: string
  reason: string
  at: string
  why: string
}

/** What was decided about the owner's other repositories and about holders of the same files. */
export function describeEarlier(slug: string, { owner, blobs }: EarlierDecisions): EarlierRow[] {
  const row = (
    { repository, decision, reviewer, reason, at }: EarlierDecisions['owner'][number],
    why: string,
  ) => ({
    repository,
    href: links.match(slug, repository),
    decision: decisionBadge(decision),
    reviewer,
    reason,
    at,
    why,
  })
  return [
    ...owner.map((one) => row(one, 'same owner')),
    ...blobs.map((one) => row(one, `${one.blobs} of the same files`)),
  ]
}
