import { createHash } from 'node:crypto'
import ical from 'ical-generator'
import type { Deadline } from '../core/deadline/deadlines.ts'

/** What a deadline asks for, in a line. */
export const deadlineTitles: Record<Deadline['kind'], string> = {
  'owner-window': 'Owner window ends',
  'review-changes': 'Look at the changes',
  'court-action': 'File an action and tell GitHub',
  'reinstatement-earliest': 'Reinstatement at the earliest',
  'reinstatement-latest': 'Reinstatement at the latest',
  'follow-up': 'Ask GitHub what became of it',
}

/**
 * Deadlines as an iCalendar file (RFC 5545): one whole day each, with the rule behind it. The same deadline has the
 * same id in every file, so that a calendar that takes in a newer one moves it instead of doubling it.
 */
export function renderDeadlinesCalendar(deadlines: readonly Deadline[], at: Date): string {
  const calendar = ical({ prodId: '//Clawback//deadlines//EN', name: 'Clawback deadlines' })
  const met = new Map<string, number>()
  for (const { kind, notice, repository, due, basis, approximate } of deadlines) {
    const about = `${kind} ${notice} ${repository ?? ''}`
    // A second counter notice about the same repository is a second deadline.
    const nth = (met.get(about) ?? 0) + 1
    met.set(about, nth)
    calendar.createEvent({
      id: `${createHash('sha256').update(`${about} ${nth}`).digest('hex').slice(0, 32)}@clawback`,
      stamp: at,
      start: new Date(`${due}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: `${deadlineTitles[kind]}${approximate ? ' (approximately)' : ''}: ${repository ?? notice}`,
      description: `Notice ${notice}. ${basis}`,
    })
  }
  return calendar.toString()
}
