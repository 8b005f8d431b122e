import type { Availability } from './types.ts'

/** Why a repository is looked at again. */
export type Watch =
  /** Disabled under a notice of ours that does not name it, or given back and not there yet. */
  | 'wronged'
  /** Named in a notice that was sent. */
  | 'named'
  /** In the network of what was named, or official: hit, if anything, together with what was named. */
  | 'beside'
  /** A match that no notice names. */
  | 'match'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Up to an age, look again after so long. The last one has no end. */
type Steps = readonly { until: number; every: number }[]

/**
 * A takedown shows within a day for most notices and within days for all (two in three on the day they came, 2026); what
 * returns does so at any time. So looks are quick at first and slow down with age, and never end.
 */
const schedule: Readonly<Record<Watch, Steps>> = {
  wronged: [
    { until: 3 * DAY, every: HOUR },
    { until: 14 * DAY, every: 6 * HOUR },
    { until: Infinity, every: DAY },
  ],
  named: [
    { until: DAY, every: HOUR },
    { until: 3 * DAY, every: 3 * HOUR },
    { until: 14 * DAY, every: 12 * HOUR },
    { until: 90 * DAY, every: DAY },
    { until: Infinity, every: 7 * DAY },
  ],
  beside: [
    { until: DAY, every: 2 * HOUR },
    { until: 3 * DAY, every: 6 * HOUR },
    { until: 14 * DAY, every: DAY },
    { until: Infinity, every: 7 * DAY },
  ],
  match: [
    { until: 14 * DAY, every: DAY },
    { until: Infinity, every: 7 * DAY },
  ],
}

/** What is down is looked at for its return, and that is not urgent. */
const downSteps: Steps = [
  { until: 30 * DAY, every: DAY },
  { until: Infinity, every: 7 * DAY },
]

export interface Watched {
  watch: Watch
  availability: Availability
  /** When its clock began: the notice was sent, the match was found, it went down. */
  since: Date
  /** The last look that told anything; null: none did. */
  checkedAt: Date | null
}

/** When to look again. What no look has told anything about is due at once. */
export function nextLook({ watch, availability, since, checkedAt }: Watched): Date {
  if (checkedAt === null) return since
  const isDown = availability === 'disabled' || availability === 'blocked' || availability === 'gone'
  const steps = isDown && watch !== 'wronged' ? downSteps : schedule[watch]
  const age = checkedAt.getTime() - since.getTime()
  const step = steps.find(({ until }) => age < until) ?? steps.at(-1)!
  return new Date(checkedAt.getTime() + step.every)
}
