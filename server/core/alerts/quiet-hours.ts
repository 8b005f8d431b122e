/** Hours of the day in a time zone, from the first up to the last; they may go over midnight. */
export interface HoursOfDay {
  from: number
  to: number
  timeZone: string
}

export function isWithin(instant: Date, { from, to, timeZone }: HoursOfDay): boolean {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const hour = Number(format.format(instant))
  return from < to ? hour >= from && hour < to : hour >= from || hour < to
}
