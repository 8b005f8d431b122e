import type { NoticeScope } from '../notice/types.ts'
import { addBusinessDays } from './business-days.ts'
import { addDays, dateIn } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

export type DeadlineKind =
  | 'owner-window'
  | 'review-changes'
  | 'court-action'
  | 'reinstatement-earliest'
  | 'reinstatement-latest'
  /** Ours: nothing of the notice came down, or what was given back is still down. Ask GitHub. */
  | 'follow-up'

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
  /** What was claimed and is not known to be down. */
  standing: readonly string[]
  /** When a revised notice or a retraction about it was sent: each ends the silence after a change. */
  answeredAt: readonly Date[]
  /** What retractions that were sent give back, and whether it is back; null: all of the notice. */
  givenBack: readonly { repository: string | null; at: Date; isBack: boolean }[]
}

/** GitHub's Designated Agent sits in San Francisco. */
export const gitHubZone = 'America/Los_Angeles'

const policy =
  'https://docs.github.com/site-policy/content-removal-policies/dmca-takedown-policy#a-how-does-this-actually-work'

/** Every clock that runs from a notice, in order of time. */
export function deadlinesOf(clock: NoticeClock): Deadline[] {
  const gone = new Set(clock.givenBack.map(({ repository }) => repository?.toLowerCase() ?? null))
  const isOurs = (repository: string | null) =>
    !gone.has(null) && (repository === null || !gone.has(repository.toLowerCase()))
  const changes = clock.changes.filter(
    ({ repository, toldAt }) => isOurs(repository) && !clock.answeredAt.some((at) => at > toldAt),
  )
  const deadlines = [
    ...(isOurs(null) ? [...ownerWindow(clock), ...followUp(clock, clock.standing.filter(isOurs))] : []),
    ...changes.map((change) => reviewChanges(clock, change)),
    ...clock.counterNotices
      .filter(({ repository }) => isOurs(repository))
      .flatMap((counter) => counterNotice(clock, counter)),
    ...clock.givenBack.filter(({ isBack }) => !isBack).map((back) => checkReturn(clock, back)),
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

/** Published notices were processed within four days in 95 of 100 cases (2025 and 2026), by the dates of their files. */
function followUp({ notice, sentAt }: NoticeClock, standing: readonly string[]): Deadline[] {
  if (sentAt === null || standing.length === 0) return []
  return [
    {
      kind: 'follow-up',
      notice,
      repository: standing.length === 1 ? standing[0]! : null,
      due: addBusinessDays(dateIn(sentAt, gitHubZone), 5),
      timeZone: gitHubZone,
      approximate: true,
      basis: `Our own rule: GitHub processes 95 of 100 notices within four days, and ${standing.length === 1 ? 'it is' : `${standing.length} named repositories are`} not known to be down. Ask, with the ticket`,
    },
  ]
}

/** A retraction is obeyed within days, and nobody but us looks whether it was (median 5 days, where it can be traced). */
function checkReturn(
  { notice }: NoticeClock,
  { repository, at }: { repository: string | null; at: Date },
): Deadline {
  return {
    kind: 'follow-up',
    notice,
    repository,
    due: addBusinessDays(dateIn(at, gitHubZone), 3),
    timeZone: gitHubZone,
    approximate: true,
    basis:
      'Our own rule: what a retraction gives back and is still down after three business days is asked about again',
  }
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
