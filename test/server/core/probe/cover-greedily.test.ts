import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverGreedily } from '../../../../server/core/probe/cover-greedily.ts'
import type { ProbeCandidate } from '../../../../server/core/probe/cover-greedily.ts'

const candidate = (query: string, covers: number[], bits = 30): ProbeCandidate => ({
  query,
  original: 'a.ts',
  why: '',
  covers: new Set(covers),
  bits,
})
const chosen = (candidates: ProbeCandidate[], limit: number) =>
  coverGreedily(candidates, limit).map(({ query }) => query)

describe('greedy cover', () => {
  it('takes what finds most that is new, not what finds most', () => {
    const big = candidate('big', [1, 2, 3, 4])
    const overlapping = candidate('overlapping', [2, 3, 4])
    const small = candidate('small', [5, 6])
    expect(chosen([overlapping, small, big], 2)).toEqual(['big', 'small'])
  })

  it('among equals takes the rarest', () => {
    expect(chosen([candidate('lesser', [1], 30), candidate('rarest', [1], 40)], 1)).toEqual(['rarest'])
  })

  it('finds all again by other words once all are found', () => {
    expect(chosen([candidate('a', [1, 2]), candidate('b', [1]), candidate('c', [2])], 9)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('never repeats, never passes the limit, and reaches all that can be reached', () => {
    const candidates = fc
      .array(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 5 }), { maxLength: 20 })
      .map((sets) => sets.map((covers, n) => candidate(`q${n}`, covers, n % 3)))
    fc.assert(
      fc.property(candidates, fc.nat(25), (list, limit) => {
        const result = coverGreedily(list, limit)
        expect(new Set(result).size).toBe(result.length)
        expect(result.length).toBe(Math.min(limit, list.length))
        const all = new Set(list.flatMap(({ covers }) => [...covers]))
        const reached = new Set(result.flatMap(({ covers }) => [...covers]))
        if (limit >= all.size) expect(reached).toEqual(all)
      }),
    )
  })
})
