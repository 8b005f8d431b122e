/** A day without a time, `YYYY-MM-DD`; such strings compare in order of time. */
export type CalendarDate = string

const dayLength = 86_400_000

/** The day on which an instant falls in a time zone (IANA name). */
export function dateIn(instant: Date, timeZone: string): CalendarDate {
  // A formatter takes longer to make than 50,000 copies take to count.
  if (timeZone === 'UTC') return instant.toISOString().slice(0, 10)
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant)
  const part = (type: string): string => parts.find((each) => each.type === type)!.value
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** @throws RangeError when there is no such day */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(toTime(date) + days * dayLength).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekday(date: CalendarDate): number {
  return new Date(toTime(date)).getUTCDay()
}

function toTime(date: CalendarDate): number {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`${date} is not a day`)
  return time
}
