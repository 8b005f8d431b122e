import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../server/core/deadline/calendar-date.ts'
import { countAliveByDay, isDown } from '../../../../server/core/figures/alive-by-day.ts'
import { percentile } from '../../../../server/core/figures/percentile.ts'

describe('a percentile', () => {
  it('is a value that was measured, with at least that share at or below it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const value = percentile(values, percent)!
          expect(values).toContain(value)
          const below = values.filter((each) => each <= value).length
          expect(below / values.length).toBeGreaterThanOrEqual(percent / 100)
          const strictly = values.filter((each) => each < value).length
          expect(strictly / values.length).toBeLessThan(percent / 100)
        },
      ),
    )
    expect(percentile([], 50)).toBeUndefined()
  })
})

describe('copies alive by day', () => {
  it('are counted at the end of each day, none left out', () => {
    const lives = [
      { foundOn: '2026-02-27', changes: [{ on: '2026-03-01', to: 'disabled' as const }] },
      {
        foundOn: '2026-02-28',
        changes: [
          { on: '2026-03-01', to: 'gone' as const },
          { on: '2026-03-02', to: 'available' as const },
        ],
      },
    ]
    expect(countAliveByDay(lives, '2026-03-02')).toEqual([
      { day: '2026-02-27', found: 1, alive: 1, disabled: 0 },
      { day: '2026-02-28', found: 2, alive: 2, disabled: 0 },
      { day: '2026-03-01', found: 2, alive: 0, disabled: 1 },
      { day: '2026-03-02', found: 2, alive: 1, disabled: 1 },
    ])
    expect(countAliveByDay([], '2026-03-02')).toEqual([])
  })

  it('are what the last change up to each day says of each copy, whatever came in which order', () => {
    const state = fc.constantFrom('available', 'changed', 'disabled', 'blocked', 'gone', 'unknown')
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-01-20', n))
    const life = fc.record({
      foundOn: day,
      changes: fc
        .array(fc.record({ on: day, to: state }), { maxLength: 6 })
        .map((changes) => changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))),
    })
    fc.assert(
      fc.property(fc.array(life, { maxLength: 20 }), day, (lives, lastDay) => {
        const days = countAliveByDay(lives, lastDay)
        const first = lives.map(({ foundOn }) => foundOn).sort()[0]
        expect(days[0]?.day).toBe(first !== undefined && first <= lastDay ? first : undefined)
        for (const counted of days) {
          const states = lives
            .filter(({ foundOn }) => foundOn <= counted.day)
            .map(({ changes }) => changes.filter(({ on }) => on <= counted.day).at(-1)?.to ?? 'available')
          expect(counted).toEqual({
            day: counted.day,
            found: states.length,
            alive: states.filter((one) => !isDown(one)).length,
            disabled: states.filter((one) => one === 'disabled').length,
          })
        }
        if (days.length > 0) expect(days.at(-1)!.day).toBe(lastDay)
      }),
    )
  })
})
