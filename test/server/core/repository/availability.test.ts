import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextAvailability,
  replayChanges,
  transitions,
} from '../../../../server/core/repository/availability.ts'
import type {
  AvailabilityChange,
  KnownAvailability,
} from '../../../../server/core/repository/availability.ts'
import type { Availability } from '../../../../server/core/repository/types.ts'

const words: Availability[] = ['available', 'changed', 'disabled', 'blocked', 'gone', 'unknown']
const ours = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-20-orbit.md'
const theirs = 'https://github.com/github/dmca/blob/master/2026/11/2026-11-21-other.md'

interface Answer {
  availability: Availability
  noticeUrl: string | null
  /** Before the look: negative, it arrives late. */
  minutes: number
}

/** Everything that GitHub can answer about a repository, as a look reads it. */
const answers = words.flatMap((availability): Omit<Answer, 'minutes'>[] =>
  (availability === 'disabled' ? [ours, theirs, null] : [null]).map((noticeUrl) => ({
    availability,
    noticeUrl,
  })),
)
const looks = fc.array(
  fc.record({ answer: fc.constantFrom(...answers), minutes: fc.integer({ min: -30, max: 60 }) }),
  { minLength: 1, maxLength: 40 },
)

function watch(story: readonly Answer[]) {
  let known: KnownAvailability | undefined
  let time = Date.parse('2026-11-20T00:00:00Z')
  const changes: AvailabilityChange[] = []
  for (const { availability, noticeUrl, minutes } of story) {
    time += minutes * 60_000
    const next = nextAvailability(known, { availability, noticeUrl, at: new Date(time) })
    known = next.known
    if (next.change !== undefined) changes.push(next.change)
  }
  return { known: known!, changes }
}

const story = (...availabilities: Availability[]): Answer[] =>
  availabilities.map((availability) => ({ availability, noticeUrl: null, minutes: 1 }))

/** The state without the time of the last look, which quiet looks move on without an event. */
const lasting = ({ availability, since, noticeUrl }: KnownAvailability) => ({
  availability,
  since,
  noticeUrl: noticeUrl ?? null,
})

function* sequences(length: number): Generator<Answer[]> {
  if (length === 0) {
    yield []
    return
  }
  for (const rest of sequences(length - 1))
    for (const answer of answers) yield [...rest, { ...answer, minutes: 1 }]
}

describe('availability', () => {
  it('is that of the last look that told anything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1 }), (told) => {
        const last = told.filter((availability) => availability !== 'unknown').at(-1)
        expect(watch(story(...told)).known.availability).toBe(last ?? 'unknown')
      }),
    )
  })

  it('changes in the same way with or without looks that could not tell', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1 }), (all) => {
        const told = all.filter((availability) => availability !== 'unknown')
        const steps = ({ changes }: ReturnType<typeof watch>) =>
          changes.map(({ transition, from, to }) => ({ transition, from, to }))
        if (told.length > 0) expect(steps(watch(story(...all)))).toEqual(steps(watch(story(...told))))
      }),
    )
  })

  it('is reinstated exactly when it is there again after it was disabled', () => {
    expect(watch(story('available', 'disabled', 'unknown', 'available')).changes).toMatchObject([
      { from: 'available', to: 'disabled', reinstated: false },
      { from: 'disabled', to: 'available', reinstated: true },
    ])
    expect(watch(story('disabled', 'changed')).changes).toMatchObject([
      { transition: 'first-told', reinstated: false },
      { transition: 'reinstated', reinstated: true },
    ])
    expect(watch(story('available', 'gone', 'available')).changes).toMatchObject([
      { transition: 'gone', reinstated: false },
      { transition: 'came-back', reinstated: false },
    ])
    expect(watch(story('disabled', 'gone')).changes.at(-1)).toMatchObject({ reinstated: false })
  })

  it('tells when a disabled one comes under another notice', () => {
    const under = (noticeUrl: string | null) => ({ availability: 'disabled' as const, noticeUrl, minutes: 1 })
    expect(watch([...story('available'), under(theirs), under(theirs), under(ours)]).changes).toMatchObject([
      { transition: 'disabled', noticeUrl: theirs },
      { transition: 'disabled-again', noticeUrl: ours },
    ])
    // An answer that names no notice takes none away.
    expect(watch([under(ours), under(null)]).known).toMatchObject({ noticeUrl: ours })
  })

  it('keeps the time it was first seen so, and ignores a look older than the last', () => {
    const minute = (n: number) => new Date(n * 60_000)
    const first = nextAvailability(undefined, { availability: 'disabled', at: minute(1) }).known
    const second = nextAvailability(first, { availability: 'disabled', at: minute(9) }).known
    expect(second).toMatchObject({ availability: 'disabled', since: minute(1), checkedAt: minute(9) })
    expect(nextAvailability(second, { availability: 'available', at: minute(5) })).toEqual({
      known: second,
      change: undefined,
    })
  })

  it('is no change when it is told to be available for the first time', () => {
    expect(watch(story('unknown', 'available')).changes).toEqual([])
    expect(watch(story('unknown', 'gone')).changes).toMatchObject([{ from: 'unknown', to: 'gone' }])
  })

  it('has a stated transition for each pair, and none that leads to unknown', () => {
    for (const from of words) {
      expect(Object.keys(transitions[from]).sort()).toEqual(words.filter((word) => word !== 'unknown').sort())
      for (const to of Object.keys(transitions[from]) as (keyof (typeof transitions)['gone'])[])
        expect(transitions[from][to] === null).toBe(from === to)
    }
  })
})

describe('the changes of a repository', () => {
  function holds(told: readonly Answer[]) {
    const { known, changes } = watch(told)
    expect(words).toContain(known.availability)
    const rebuilt = replayChanges(changes)
    if (rebuilt === undefined) {
      // Without a change it is as it was first seen.
      expect(['available', 'unknown']).toContain(known.availability)
    } else expect(lasting(rebuilt)).toEqual(lasting(known))
  }

  it('rebuild its state, after every sequence of five answers', () => {
    let count = 0
    for (const sequence of sequences(5)) {
      count++
      const { known, changes } = watch(sequence)
      const rebuilt = replayChanges(changes)
      const same =
        rebuilt === undefined
          ? ['available', 'unknown'].includes(known.availability)
          : JSON.stringify(lasting(rebuilt)) === JSON.stringify(lasting(known))
      if (!same) expect({ sequence, known, rebuilt }).toBe('the same')
    }
    expect(count).toBe(answers.length ** 5)
  })

  it('rebuild its state after any longer one, late answers among them', () => {
    fc.assert(
      fc.property(looks, (told) => holds(told.map(({ answer, minutes }) => ({ ...answer, minutes })))),
    )
  })

  it('must follow from each other', () => {
    const { changes } = watch(story('available', 'disabled', 'available', 'gone'))
    expect(() => replayChanges(changes.filter((_, i) => i !== 1))).toThrow(RangeError)
    expect(() => replayChanges([{ ...changes[0]!, transition: 'gone' }])).toThrow(RangeError)
  })
})
