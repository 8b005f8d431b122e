import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactInterval, lowerBound, upperBound } from '../../../../server/core/review/exact-bounds.ts'

describe('exact bounds of a share', () => {
  it('are those of the published tables', () => {
    // None of n at 95 %, one-sided: 1 - 0.05^(1/n).
    for (const n of [1, 10, 59, 300]) expect(upperBound(0, n, 0.95)).toBeCloseTo(1 - 0.05 ** (1 / n), 9)
    // Clopper and Pearson 1934, two-sided 95 %: 1 of 10 is 0.0025 to 0.4450; 5 of 10 is 0.1871 to 0.8129.
    expect(exactInterval(1, 10, 0.95).low).toBeCloseTo(0.0025, 4)
    expect(exactInterval(1, 10, 0.95).high).toBeCloseTo(0.445, 4)
    expect(exactInterval(5, 10, 0.95).low).toBeCloseTo(0.1871, 4)
    expect(exactInterval(5, 10, 0.95).high).toBeCloseTo(0.8129, 4)
  })

  it('hold what was seen, shrink with the sample, and mirror each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat({ max: 400 }),
        fc.constantFrom(0.9, 0.95, 0.99),
        (drawn, any, confidence) => {
          const hits = any % (drawn + 1)
          const { low, high } = exactInterval(hits, drawn, confidence)
          expect(low).toBeLessThanOrEqual(hits / drawn)
          expect(high).toBeGreaterThanOrEqual(hits / drawn)
          expect(1 - lowerBound(drawn - hits, drawn, confidence)).toBeCloseTo(
            upperBound(hits, drawn, confidence),
            9,
          )
          const twice = exactInterval(hits * 2, drawn * 2, confidence)
          expect(twice.high - twice.low).toBeLessThan(high - low)
        },
      ),
    )
  })

  it('says nothing about what was not drawn', () => {
    expect(upperBound(0, 0, 0.95)).toBe(1)
    expect(lowerBound(0, 0, 0.95)).toBe(0)
  })
})
