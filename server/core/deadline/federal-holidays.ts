import { addDays, weekday } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

/**
 * Legal public holidays of the United States, as observed: one that falls on a Saturday is observed on the Friday
 * before, one on a Sunday on the Monday after. Inauguration Day is a holiday in Washington only and does not count.
 * Source: 5 U.S.C. 6103(a) and (b), Executive Order 11582.
 */
export function isFederalHoliday(date: CalendarDate): boolean {
  const year = Number(date.slice(0, 4))
  // New Year's Day of the next year may be observed on 31 December of this one.
  return [...observedHolidays(year), observed(`${year + 1}-01-01`)].includes(date)
}

function observedHolidays(year: number): CalendarDate[] {
  return [
    observed(`${year}-01-01`), // New Year's Day
    nthWeekday(year, 1, monday, 3), // Birthday of Martin Luther King, Jr.
    nthWeekday(year, 2, monday, 3), // Washington's Birthday
    lastMondayOfMay(year), // Memorial Day
    ...(year >= 2021 ? [observed(`${year}-06-19`)] : []), // Juneteenth, Pub. L. 117-17
    observed(`${year}-07-04`), // Independence Day
    nthWeekday(year, 9, monday, 1), // Labor Day
    nthWeekday(year, 10, monday, 2), // Columbus Day
    observed(`${year}-11-11`), // Veterans Day
    nthWeekday(year, 11, thursday, 4), // Thanksgiving Day
    observed(`${year}-12-25`), // Christmas Day
  ]
}

const monday = 1
const thursday = 4
const saturday = 6
const sunday = 0

function observed(date: CalendarDate): CalendarDate {
  if (weekday(date) === saturday) return addDays(date, -1)
  return weekday(date) === sunday ? addDays(date, 1) : date
}

function nthWeekday(year: number, month: number, day: number, nth: number): CalendarDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
}

function lastMondayOfMay(year: number): CalendarDate {
  return addDays(nthWeekday(year, 6, monday, 1), -7)
}
