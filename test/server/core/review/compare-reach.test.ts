import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReach, type Reach } from '../../../../server/core/review/compare-reach.ts'

const reach = (over: Partial<Reach>): Reach => ({ stars: 0, forks: 0, distance: 0, pushedAt: null, ...over })
const anyReach: fc.Arbitrary<Reach> = fc.record({
  stars: fc.nat({ max: 40 }),
  forks: fc.nat({ max: 40 }),
  distance: fc.nat({ max: 3 }),
  pushedAt: fc.constantFrom(null, '2026-03-30T00:00:00.000Z', '2026-03-31T00:00:00.000Z'),
})

describe('reach', () => {
  it('puts what many people copy from first, then what is near the root, then what is fresh', () => {
    const many = reach({ stars: 900, forks: 200, distance: 3 })
    const root = reach({ stars: 4 })
    const fork = reach({ stars: 5, distance: 1, pushedAt: '2026-03-31T00:00:00.000Z' })
    const stale = reach({ stars: 6, distance: 1, pushedAt: '2026-03-30T00:00:00.000Z' })
    expect([stale, fork, root, many].sort(compareReach)).toEqual([many, root, fork, stale])
  })

  it('is an order: no two stand before each other, and it goes through', () => {
    fc.assert(
      fc.property(anyReach, anyReach, anyReach, (a, b, c) => {
        expect(Math.sign(compareReach(a, b))).toBe(-Math.sign(compareReach(b, a)) || 0)
        if (compareReach(a, b) <= 0 && compareReach(b, c) <= 0)
          expect(compareReach(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
