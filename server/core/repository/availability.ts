import type { Availability } from './types.ts'

/** What is known of a repository. `since`: the first look that showed it; `checkedAt`: the last look that told anything. */
export interface KnownAvailability {
  availability: Availability
  since: Date
  checkedAt: Date
  /** While it is disabled: the notice that GitHub names. */
  noticeUrl?: string | null
}

/** One look. `changed`: there, and not all of the material that was found. `unknown`: could not tell. */
export interface Observation {
  availability: Availability
  at: Date
  noticeUrl?: string | null
}

/** What GitHub can tell: every word but *unknown*. */
export type Told = Exclude<Availability, 'unknown'>

/** What it means that a repository went from one state to another. */
export type Transition =
  /** The first thing told about it. */
  | 'first-told'
  | 'material-removed'
  | 'material-returned'
  | 'disabled'
  /** Still disabled, under another notice than before, or under one that was not named before. */
  | 'disabled-again'
  | 'blocked'
  | 'unblocked'
  | 'reinstated'
  | 'gone'
  /** It answered 404 before: made public again, or its owner is back. */
  | 'came-back'

/**
 * The state machine. GitHub may take any state to any other; `null` is no change. *Unknown* is where everything
 * begins and where nothing leads.
 */
export const transitions: Readonly<Record<Availability, Readonly<Record<Told, Transition | null>>>> = {
  unknown: {
    available: 'first-told',
    changed: 'first-told',
    disabled: 'first-told',
    blocked: 'first-told',
    gone: 'first-told',
  },
  available: {
    available: null,
    changed: 'material-removed',
    disabled: 'disabled',
    blocked: 'blocked',
    gone: 'gone',
  },
  changed: {
    available: 'material-returned',
    changed: null,
    disabled: 'disabled',
    blocked: 'blocked',
    gone: 'gone',
  },
  disabled: {
    available: 'reinstated',
    changed: 'reinstated',
    disabled: null,
    blocked: 'blocked',
    gone: 'gone',
  },
  blocked: {
    available: 'unblocked',
    changed: 'unblocked',
    disabled: 'disabled',
    blocked: null,
    gone: 'gone',
  },
  gone: {
    available: 'came-back',
    changed: 'came-back',
    disabled: 'disabled',
    blocked: 'blocked',
    gone: null,
  },
}

export interface AvailabilityChange {
  transition: Transition
  from: Availability
  to: Told
  at: Date
  noticeUrl: string | null
  /** Available again after it was disabled. */
  reinstated: boolean
}

/**
 * What is known after a look, and what changed by it. *Unknown* never overwrites what was known, so a repository that
 * was disabled, could not be reached, and is then available counts as reinstated. Looks are taken in the order of
 * their time: an older one that arrives late changes nothing. That a repository is available is what every look
 * expects: told for the first time, it is no change.
 */
export function nextAvailability(
  previous: KnownAvailability | undefined,
  { availability, at, noticeUrl = null }: Observation,
): { known: KnownAvailability; change: AvailabilityChange | undefined } {
  const before = previous ?? { availability: 'unknown', since: at, checkedAt: at }
  if (availability === 'unknown' || at < before.checkedAt) return { known: before, change: undefined }
  const transition = transitionOf(before, availability, noticeUrl)
  if (transition === null) return { known: { ...before, checkedAt: at }, change: undefined }
  const known = stateOf({ to: availability, at, noticeUrl })
  if (transition === 'first-told' && availability === 'available') return { known, change: undefined }
  const from = before.availability
  const change = { transition, from, to: availability, at, noticeUrl: known.noticeUrl ?? null }
  return { known, change: { ...change, reinstated: transition === 'reinstated' } }
}

function transitionOf(before: KnownAvailability, to: Told, noticeUrl: string | null): Transition | null {
  const isOther = noticeUrl !== null && noticeUrl !== (before.noticeUrl ?? null)
  if (before.availability === 'disabled' && to === 'disabled' && isOther) return 'disabled-again'
  return transitions[before.availability][to]
}

function stateOf({
  to,
  at,
  noticeUrl,
}: Pick<AvailabilityChange, 'to' | 'at' | 'noticeUrl'>): KnownAvailability {
  const known = { availability: to, since: at, checkedAt: at }
  return to === 'disabled' ? { ...known, noticeUrl } : known
}

/**
 * The state that a repository's changes lead to, or undefined without any. They must follow from each other: a log
 * that leaves one out is no account of what happened.
 * @throws RangeError
 */
export function replayChanges(changes: readonly AvailabilityChange[]): KnownAvailability | undefined {
  let state: KnownAvailability | undefined
  for (const change of changes) {
    const { from, to, at, noticeUrl, transition } = change
    const before = state ?? { availability: from, since: at, checkedAt: at }
    if (before.availability !== from || at < before.checkedAt)
      throw new RangeError(`a change from ${from} does not follow on ${before.availability}`)
    if (transitionOf(before, to, noticeUrl) !== transition)
      throw new RangeError(`${from} to ${to} is not ${transition}`)
    state = stateOf(change)
  }
  return state
}
