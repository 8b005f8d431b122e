import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GramTableBuilder } from '../../../../server/core/match/build-gram-table.ts'
import { firstPosting, type GramTable } from '../../../../server/core/match/gram-table.ts'

/** The variants of a fingerprint's postings, in their order. */
function variantsOf(table: GramTable, high: number, low: number): number[] {
  const variants: number[] = []
  const first = firstPosting(table, high, low)
  for (let at = first; at >= 0 && table.high[at] === high && table.low[at] === low; at++)
    variants.push(table.variant[at]!)
  return variants
}

/** In more originals than this, a fingerprint is the work's own boilerplate. */
const COMMON = 12

it('holds one posting an original, its first, and none of what is in too many originals', () => {
  // Halves that collide often: few of either, so that fingerprints share buckets and upper or lower halves.
  const high = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 1 << 28))
  const gram = fc.record({ high, low: fc.integer({ min: -2, max: 2 }) })
  const originals = fc.array(fc.array(gram, { maxLength: 30 }), { maxLength: 20 })
  fc.assert(
    fc.property(originals, (works) => {
      const builder = new GramTableBuilder()
      const expected = new Map<string, number[]>()
      let variant = 0
      for (const grams of works) {
        builder.startOriginal()
        const seen = new Set<string>()
        for (const { high, low } of grams) {
          builder.add({ high, low }, { variant, position: variant * 2, bits: variant % 200 })
          const key = `${high} ${low}`
          if (!seen.has(key)) expected.set(key, [...(expected.get(key) ?? []), variant])
          seen.add(key)
          variant++
        }
      }
      const table = builder.finish()
      for (const [key, variants] of expected) {
        const [high, low] = key.split(' ').map(Number) as [number, number]
        expect(variantsOf(table, high, low)).toEqual(variants.length > COMMON ? [] : variants)
      }
      expect(firstPosting(table, 99, 99)).toBe(-1)
      for (const [at, position] of table.position.entries()) {
        const of = table.variant[at]!
        expect([position, table.bits[at]]).toEqual([of * 2, of % 200])
      }
    }),
  )
})
