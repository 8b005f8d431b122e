import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRanges } from '../../../../server/core/match/ranges.ts'
import type { MatchedRange } from '../../../../server/core/match/types.ts'

const range = (a: number, b: number, c: number, d: number): MatchedRange => ({
  candidate: [a, b],
  original: [c, d],
})

describe('mergeRanges', () => {
  it('joins what an edit of a few lines parted, and nothing farther off', () => {
    expect(mergeRanges([range(1, 5, 11, 15), range(8, 12, 18, 22)])).toEqual([range(1, 12, 11, 22)])
    expect(mergeRanges([range(1, 5, 11, 15), range(8, 12, 40, 44)])).toHaveLength(2)
  })

  it('leaves out what a longer range explains', () => {
    expect(mergeRanges([range(10, 40, 100, 130), range(12, 14, 7, 9)])).toEqual([range(10, 40, 100, 130)])
  })

  it('keeps every part of the original that one minified line holds', () => {
    expect(mergeRanges([range(1, 1, 10, 20), range(1, 1, 40, 60)])).toEqual([
      range(1, 1, 10, 20),
      range(1, 1, 40, 60),
    ])
  })

  it('loses no line of the candidate, in whatever order the runs come', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(8)).map(([a, n]) => [a, a + n] as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(span, span), { maxLength: 30 }), (spans) => {
        const ranges = spans.map(([[a, b], [c, d]]) => range(a, b, c, d))
        const merged = mergeRanges(ranges)
        const covers = (line: number) =>
          merged.some(({ candidate: [from, to] }) => from <= line && line <= to)
        for (const { candidate } of ranges)
          for (let line = candidate[0]; line <= candidate[1]; line++) expect(covers(line)).toBe(true)
        expect(mergeRanges([...ranges].reverse())).toEqual(merged)
      }),
    )
  })
})
