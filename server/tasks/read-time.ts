import { ClawbackError } from '../errors.ts'

/**
 * A day as such, or an instant. Which day an instant falls on depends on the place, so it needs an offset; a day
 * (`at`: noon in San Francisco, give or take an hour) is a day where GitHub counts.
 * @throws ClawbackError TIME_INVALID
 */
export function readTime(text: string, option: string): { at: Date; dayOnly: boolean } {
  const found = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(
    text.trim(),
  )
  const day = found?.[1]
  const at = new Date(`${day ?? ''}${found?.[2] ?? 'T20:00:00Z'}`)
  if (day === undefined || Number.isNaN(at.getTime()) || !exists(day)) {
    throw new ClawbackError(
      'TIME_INVALID',
      `"${text}" is neither a day nor a time with its zone`,
      `Give ${option} like 2026-03-31 or 2026-03-31T09:30:00Z.`,
    )
  }
  return { at, dayOnly: found?.[2] === undefined }
}

/** JavaScript reads 30 February as 2 March. */
function exists(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
