import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignLines, squeeze } from '../../../../../server/render/pages/compare/align-lines.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ' a', '}', '', 'x = 1', 'x=1'), { maxLength: 30 })

describe('lines beside each other', () => {
  it('are all there, once and in order, on both sides', () => {
    fc.assert(
      fc.property(lines, lines, (original, found) => {
        const pairs = alignLines(original, found)
        expect(pairs.flatMap(([i]) => (i === null ? [] : [i]))).toEqual(original.map((_, i) => i))
        expect(pairs.flatMap(([, j]) => (j === null ? [] : [j]))).toEqual(found.map((_, j) => j))
        expect(pairs.every(([i, j]) => i !== null || j !== null)).toBe(true)
      }),
    )
  })

  it('face their like wherever the texts are the same but for spacing', () => {
    fc.assert(
      fc.property(lines, (original) => {
        const found = original.map((line) => `  ${line}\t`)
        expect(alignLines(original, found)).toEqual(original.map((_, i) => [i, i]))
      }),
    )
  })

  it('find as many that are alike as there are in order', () => {
    fc.assert(
      fc.property(lines, lines, (original, found) => {
        const alike = alignLines(original, found).filter(
          ([i, j]) => i !== null && j !== null && squeeze(original[i]!) === squeeze(found[j]!),
        )
        expect(alike.length).toBeGreaterThanOrEqual(longestCommon(original.map(squeeze), found.map(squeeze)))
      }),
    )
  })

  it('do not compare every line with every line of a very long run', () => {
    const original = Array.from({ length: 5_000 }, (_, i) => `a${i}`)
    const found = Array.from({ length: 5_000 }, (_, i) => `b${i}`)
    expect(alignLines(original, found).length).toBe(5_000)
  })
})

/** The plain definition, to hold the fast one against. */
function longestCommon(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const x of a) {
    const next = [0]
    b.forEach((y, j) => next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)))
    row = next
  }
  return row[b.length]!
}
