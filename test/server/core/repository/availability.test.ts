import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAvailability } from '../../../../server/core/repository/availability.ts'
import type {
  AvailabilityChange,
  KnownAvailability,
} from '../../../../server/core/repository/availability.ts'
import type { Availability } from '../../../../server/core/repository/types.ts'

const words: Availability[] = ['available', 'changed', 'disabled', 'blocked', 'gone', 'unknown']
const looks = fc.array(fc.record({ availability: fc.constantFrom(...words), minutes: fc.nat(60) }), {
  minLength: 1,
})

function watch(story: readonly { availability: Availability; minutes: number }[]) {
  let known: KnownAvailability | undefined
  let time = 0
  const changes: AvailabilityChange[] = []
  for (const { availability, minutes } of story) {
    time += minutes * 60_000
    const next = nextAvailability(known, { availability, at: new Date(time) })
    known = next.known
    if (next.change !== undefined) changes.push(next.change)
  }
  return { known: known!, changes }
}

const story = (...availabilities: Availability[]) =>
  availabilities.map((availability) => ({ availability, minutes: 1 }))

describe('availability', () => {
  it('is that of the last look that told anything', () => {
    fc.assert(
      fc.property(looks, (looks) => {
        const told = looks.filter(({ availability }) => availability !== 'unknown')
        expect(watch(looks).known.availability).toBe(told.at(-1)?.availability ?? 'unknown')
      }),
    )
  })

  it('changes in the same way with or without looks that could not tell', () => {
    fc.assert(
      fc.property(looks, (looks) => {
        const told = looks.filter(({ availability }) => availability !== 'unknown')
        const steps = ({ changes }: ReturnType<typeof watch>) =>
          changes.map(({ from, to, reinstated }) => ({ from, to, reinstated }))
        if (told.length > 0) expect(steps(watch(looks))).toEqual(steps(watch(told)))
      }),
    )
  })

  it('is reinstated exactly when it is there again after it was disabled', () => {
    expect(watch(story('available', 'disabled', 'unknown', 'available')).changes).toMatchObject([
      { from: 'available', to: 'disabled', reinstated: false },
      { from: 'disabled', to: 'available', reinstated: true },
    ])
    expect(watch(story('disabled', 'changed')).changes).toMatchObject([{ reinstated: true }])
    expect(watch(story('gone', 'available')).changes).toMatchObject([{ reinstated: false }])
    expect(watch(story('disabled', 'gone')).changes).toMatchObject([{ reinstated: false }])
  })

  it('keeps the time it was first seen so, and ignores a look older than the last', () => {
    const minute = (n: number) => new Date(n * 60_000)
    const first = nextAvailability(undefined, { availability: 'disabled', at: minute(1) }).known
    const second = nextAvailability(first, { availability: 'disabled', at: minute(9) }).known
    expect(second).toEqual({ availability: 'disabled', since: minute(1), checkedAt: minute(9) })
    expect(nextAvailability(second, { availability: 'available', at: minute(5) })).toEqual({
      known: second,
      change: undefined,
    })
  })

  it('is no change when it is told for the first time', () => {
    expect(watch(story('unknown', 'gone')).changes).toEqual([])
  })
})
