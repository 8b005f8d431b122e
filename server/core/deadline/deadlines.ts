import type { NoticeScope } from '../notice/types.ts'
import { addBusinessDays } from './business-days.ts'
import { addDays, dateIn } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

export type DeadlineKind =
  'owner-window' | 'review-changes' | 'court-action' | 'reinstatement-earliest' | 'reinstatement-latest'

/** A day by which something happens or has to be done, and by what rule. */
export interface Deadline {
  kind: DeadlineKind
  notice: string
  /** `owner/name`; null where it concerns the whole notice. */
  repository: string | null
  due: CalendarDate
  /** Counted in GitHub's zone: that is where a notice is received. */
  timeZone: string
  /** GitHub says "approximately", or the day on which its clock began is not known exactly. */
  approximate: boolean
  basis: string
}

/** What has happened to one notice, as far as clocks run from it. */
export interface NoticeClock {
  notice: string
  scope: NoticeScope
  /** When the notice was sent; null while it was not. */
  sentAt: Date | null
  /** When owners told GitHub of changes, as GitHub forwarded it. */
  changes: readonly { repository: string; toldAt: Date }[]
  /** When counter notices were received. */
  counterNotices: readonly { repository: string | null; receivedAt: Date }[]
}

/** GitHub's Designated Agent sits in San Francisco. */
export const gitHubZone = 'America/Los_Angeles'

const policy =
  'https://docs.github.com/site-policy/content-removal-policies/dmca-takedown-policy#a-how-does-this-actually-work'

/** Every clock that runs from a notice, in order of time. */
export function deadlinesOf(clock: NoticeClock): Deadline[] {
  const deadlines = [
    ...ownerWindow(clock),
    ...clock.changes.map((change) => reviewChanges(clock, change)),
    ...clock.counterNotices.flatMap((counter) => counterNotice(clock, counter)),
  ]
  return deadlines.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** Only where less than the whole repository is claimed; a whole one is disabled without asking first. */
function ownerWindow({ notice, scope, sentAt }: NoticeClock): Deadline[] {
  if (sentAt === null || scope === 'entire-repository') return []
  return [
    {
      kind: 'owner-window',
      notice,
      repository: null,
      due: addBusinessDays(dateIn(sentAt, gitHubZone), 1),
      timeZone: gitHubZone,
      approximate: true,
      basis: `Where specific files are claimed, the owner has approximately 1 business day to make changes once GitHub has passed the notice on (${policy})`,
    },
  ]
}

function reviewChanges(
  { notice }: NoticeClock,
  { repository, toldAt }: { repository: string; toldAt: Date },
): Deadline {
  return {
    kind: 'review-changes',
    notice,
    repository,
    due: addDays(dateIn(toldAt, gitHubZone), 14),
    timeZone: gitHubZone,
    approximate: false,
    basis: `After the owner made changes, GitHub takes silence longer than two weeks as a retraction: look at them, then renew, revise or retract (${policy})`,
  }
}

/**
 * The statute counts business days, GitHub's policy says "10-14 days": whoever plans by the earlier reading is safe
 * under both.
 */
function counterNotice(
  { notice }: NoticeClock,
  { repository, receivedAt }: { repository: string | null; receivedAt: Date },
): Deadline[] {
  const received = dateIn(receivedAt, gitHubZone)
  const common = { notice, repository, timeZone: gitHubZone, approximate: false }
  return [
    {
      ...common,
      kind: 'court-action',
      due: addDays(received, 10),
      basis: `To keep material down, file an action and tell GitHub before it reinstates: 10 calendar days after receipt is safe under GitHub's "10-14 days" (${policy}) and under 17 U.S.C. 512(g)(2)(C)`,
    },
    {
      ...common,
      kind: 'reinstatement-earliest',
      due: addBusinessDays(received, 10),
      basis: 'Not less than 10 business days following receipt of the counter notice, 17 U.S.C. 512(g)(2)(C)',
    },
    {
      ...common,
      kind: 'reinstatement-latest',
      due: addBusinessDays(received, 14),
      basis: 'Nor more than 14 business days following receipt of the counter notice, 17 U.S.C. 512(g)(2)(C)',
    },
  ]
}
