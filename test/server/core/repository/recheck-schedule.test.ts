import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextLook, type Watch, type Watched } from '../../../../server/core/repository/recheck-schedule.ts'
import type { Availability } from '../../../../server/core/repository/types.ts'

const hour = 3_600_000
const day = 24 * hour
const since = new Date('2026-11-01T00:00:00Z')
const after = (milliseconds: number) => new Date(since.getTime() + milliseconds)
const watches: Watch[] = ['wronged', 'named', 'beside', 'match']
const words: Availability[] = ['available', 'changed', 'disabled', 'blocked', 'gone', 'unknown']

const pause = (watched: Omit<Watched, 'since'>) =>
  nextLook({ ...watched, since }).getTime() - watched.checkedAt!.getTime()

describe('the next look', () => {
  it('is at once when nothing was told, and else slows down with age, and always comes', () => {
    const ages = fc.tuple(fc.integer({ min: 0, max: 400 * day }), fc.integer({ min: 0, max: 400 * day }))
    fc.assert(
      fc.property(
        fc.constantFrom(...watches),
        fc.constantFrom(...words),
        ages,
        (watch, availability, pair) => {
          const [younger = 0, older = 0] = [...pair].sort((a, b) => a - b)
          const at = (age: number) => pause({ watch, availability, checkedAt: after(age) })
          expect(at(younger)).toBeLessThanOrEqual(at(older))
          expect(at(younger)).toBeGreaterThanOrEqual(hour)
          expect(at(older)).toBeLessThanOrEqual(7 * day)
          expect(nextLook({ watch, availability, since, checkedAt: null })).toEqual(since)
        },
      ),
    )
  })

  it('is hourly on the first day of a notice, and daily for what is down', () => {
    expect(pause({ watch: 'named', availability: 'available', checkedAt: after(2 * hour) })).toBe(hour)
    expect(pause({ watch: 'named', availability: 'disabled', checkedAt: after(2 * hour) })).toBe(day)
    expect(pause({ watch: 'wronged', availability: 'disabled', checkedAt: after(2 * hour) })).toBe(hour)
  })

  it('of 10,000 repositories beside a notice costs little of an hour: one request for fifty', () => {
    for (let at = 0; at < day; at += hour) {
      const every = pause({ watch: 'beside', availability: 'available', checkedAt: after(at) })
      expect((10_000 / 50) * (hour / every)).toBeLessThanOrEqual(210)
    }
  })
})
