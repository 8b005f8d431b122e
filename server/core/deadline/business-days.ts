import { addDays, weekday } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { isFederalHoliday } from './federal-holidays.ts'

/** Monday to Friday, and no federal holiday. */
export function isBusinessDay(date: CalendarDate): boolean {
  const day = weekday(date)
  return day !== 0 && day !== 6 && !isFederalHoliday(date)
}

/** The `count`th business day after a day; the day itself does not count (as in Fed. R. Civ. P. 6(a)(1)(A)). */
export function addBusinessDays(date: CalendarDate, count: number): CalendarDate {
  let current = date
  for (let left = count; left > 0;) {
    current = addDays(current, 1)
    if (isBusinessDay(current)) left -= 1
  }
  return current
}
