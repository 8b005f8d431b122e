import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAliveByDay } from '../../../../server/core/figures/alive-by-day.ts'
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
})
