import { addDays, type CalendarDate } from '../deadline/calendar-date.ts'
import type { Availability } from '../repository/types.ts'

/** A state that a copy took on a day. */
export interface DatedState {
  on: CalendarDate
  to: Availability
}

/** One copy's life: found on a day, and what it became on others, in the order of time. */
export interface CopyLife {
  foundOn: CalendarDate
  changes: readonly DatedState[]
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

type Counts = Omit<DayCount, 'day'>

/** Every day from the first find to the last day asked for: none is left out, so that a gap is no mistake. */
export function countAliveByDay(lives: Iterable<CopyLife>, lastDay: CalendarDate): DayCount[] {
  // What changes on each day: going through the lives once is enough for any number of days.
  const changes = new Map<CalendarDate, Counts>()
  let firstDay: CalendarDate | undefined
  for (const { foundOn, changes: states } of lives) {
    if (firstDay === undefined || foundOn < firstDay) firstDay = foundOn
    let counted = countOf('available')
    add(changes, foundOn, counted)
    for (const { on, to } of states) {
      const next = countOf(to)
      if (next === counted) continue
      // What happened before it was found counts from then on.
      add(changes, on < foundOn ? foundOn : on, {
        found: 0,
        alive: next.alive - counted.alive,
        disabled: next.disabled - counted.disabled,
      })
      counted = next
    }
  }
  const days: DayCount[] = []
  const sum: Counts = { found: 0, alive: 0, disabled: 0 }
  for (let day = firstDay; day !== undefined && day <= lastDay; day = addDays(day, 1)) {
    addTo(sum, changes.get(day) ?? countOfNothing)
    days.push({ day, ...sum })
  }
  return days
}

/** Disabled, blocked or gone; *could not tell* is not down. */
export function isDown(availability: Availability): boolean {
  return availability === 'disabled' || availability === 'blocked' || availability === 'gone'
}

const countOfNothing: Counts = { found: 0, alive: 0, disabled: 0 }

const aliveOne: Counts = { found: 1, alive: 1, disabled: 0 }
const disabledOne: Counts = { found: 1, alive: 0, disabled: 1 }
const goneOne: Counts = { found: 1, alive: 0, disabled: 0 }

function countOf(state: Availability): Counts {
  if (!isDown(state)) return aliveOne
  return state === 'disabled' ? disabledOne : goneOne
}

function add(days: Map<CalendarDate, Counts>, day: CalendarDate, counts: Counts): void {
  const known = days.get(day)
  if (known === undefined) days.set(day, { ...counts })
  else addTo(known, counts)
}

function addTo(sum: Counts, { found, alive, disabled }: Counts): void {
  sum.found += found
  sum.alive += alive
  sum.disabled += disabled
}
