import type { Availability } from './types.ts'

/** What is known of a repository. `since`: the first look that showed it; `checkedAt`: the last look that told anything. */
export interface KnownAvailability {
  availability: Availability
  since: Date
  checkedAt: Date
}

/** One look. `changed`: still there, without the material that was found. `unknown`: could not tell. */
export interface Observation {
  availability: Availability
  at: Date
}

export interface AvailabilityChange {
  from: Availability
  to: Availability
  at: Date
  /** Available again after it was disabled. */
  reinstated: boolean
}

/**
 * What is known after a look, and what changed by it. *Unknown* never overwrites what was known, so a repository that
 * was disabled, could not be reached, and is then available counts as reinstated. Looks are taken in the order of
 * their time: an older one that arrives late changes nothing.
 */
export function nextAvailability(
  previous: KnownAvailability | undefined,
  { availability, at }: Observation,
): { known: KnownAvailability; change: AvailabilityChange | undefined } {
  if (previous === undefined) return { known: { availability, since: at, checkedAt: at }, change: undefined }
  if (availability === 'unknown' || at < previous.checkedAt) return { known: previous, change: undefined }
  if (availability === previous.availability) {
    return { known: { ...previous, checkedAt: at }, change: undefined }
  }
  const known = { availability, since: at, checkedAt: at }
  if (previous.availability === 'unknown') return { known, change: undefined }
  const isThere = availability === 'available' || availability === 'changed'
  const reinstated = previous.availability === 'disabled' && isThere
  return { known, change: { from: previous.availability, to: availability, at, reinstated } }
}
