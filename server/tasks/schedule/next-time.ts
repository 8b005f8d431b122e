import { Cron } from 'croner'
import { ClawbackError } from '../../errors.ts'

/** Each run asks GitHub for a handful of requests at least: it is a guest's house. */
const SHORTEST = 10 * 60_000
const LOOKED_AT = 50

/**
 * When a pattern comes round next, in UTC.
 * @throws ClawbackError SCHEDULE_INVALID for what is no cron pattern, never comes round, or does so too often
 */
export function nextTime(pattern: string, after: Date): Date {
  const times = readPattern(pattern).nextRuns(LOOKED_AT, after)
  const [first] = times
  if (first === undefined) throw invalid(pattern, 'never comes round')
  for (const [at, time] of times.entries()) {
    const before = times[at - 1]
    if (before !== undefined && time.getTime() - before.getTime() < SHORTEST)
      throw invalid(pattern, 'comes round more often than every ten minutes')
  }
  return first
}

function readPattern(pattern: string): Cron {
  try {
    // Paused: it is asked for its times and never starts anything by itself.
    return new Cron(pattern, { timezone: 'UTC', paused: true })
  } catch {
    throw invalid(pattern, 'is no cron pattern')
  }
}

function invalid(pattern: string, why: string): ClawbackError {
  return new ClawbackError(
    'SCHEDULE_INVALID',
    `"${pattern}" ${why}`,
    'Give minute, hour, day, month and weekday in UTC: "0 */6 * * *" is every six hours.',
  )
}
