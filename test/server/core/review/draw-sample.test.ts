import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample } from '../../../../server/core/review/draw-sample.ts'

const ids = fc.uniqueArray(fc.nat(), { maxLength: 50 })

describe('a drawn sample', () => {
  it('is the same for the same seed in whatever order, part of what there is, and nothing twice', () => {
    fc.assert(
      fc.property(ids, fc.nat({ max: 60 }), fc.string(), (all, size, seed) => {
        const drawn = drawSample(all, size, seed)
        expect(drawSample([...all].reverse(), size, seed)).toEqual(drawn)
        expect(new Set(drawn).size).toBe(Math.min(size, all.length))
        for (const id of drawn) expect(all).toContain(id)
      }),
    )
  })

  it('grows by adding: a larger sample holds the smaller one', () => {
    fc.assert(
      fc.property(ids, fc.nat({ max: 30 }), fc.string(), (all, size, seed) => {
        expect(drawSample(all, size + 5, seed).slice(0, size)).toEqual(drawSample(all, size, seed))
      }),
    )
  })

  it('draws each as often as any other, over many seeds', () => {
    const all = Array.from({ length: 20 }, (_, id) => id)
    const times = new Map<number, number>()
    for (let seed = 0; seed < 2000; seed++) {
      for (const id of drawSample(all, 5, `seed ${seed}`)) times.set(id, (times.get(id) ?? 0) + 1)
    }
    // Expected 500 each, standard deviation 19: six of them.
    for (const id of all) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(116)
  })
})
