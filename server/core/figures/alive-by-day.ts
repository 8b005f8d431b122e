import { addDays, type CalendarDate } from '../deadline/calendar-date.ts'
import type { Availability } from '../repository/types.ts'

/** One copy's life: found on a day, and what it became on others, in the order of time. */
export interface CopyLife {
  foundOn: CalendarDate
  changes: readonly { on: CalendarDate; to: Availability }[]
}

export interface DayCount {
  day: CalendarDate
  /** Found by then. */
  found: number
  /** Of them, at the end of the day: not known to be down. */
  alive: number
  /** Of them, at the end of the day: disabled under any notice. */
  disabled: number
}

/** Every day from the first find to the last day asked for: none is left out, so that a gap is no mistake. */
export function countAliveByDay(lives: readonly CopyLife[], lastDay: CalendarDate): DayCount[] {
  const first = lives.map(({ foundOn }) => foundOn).sort()[0]
  if (first === undefined) return []
  const days: DayCount[] = []
  for (let day = first; day <= lastDay; day = addDays(day, 1)) {
    const states = lives.filter(({ foundOn }) => foundOn <= day).map((life) => stateOn(life, day))
    days.push({
      day,
      found: states.length,
      alive: states.filter((state) => !isDown(state)).length,
      disabled: states.filter((state) => state === 'disabled').length,
    })
  }
  return days
}

/** Disabled, blocked or gone; *could not tell* is not down. */
export function isDown(availability: Availability): boolean {
  return availability === 'disabled' || availability === 'blocked' || availability === 'gone'
}

function stateOn({ changes }: CopyLife, day: CalendarDate): Availability {
  return changes.filter(({ on }) => on <= day).at(-1)?.to ?? 'available'
}
