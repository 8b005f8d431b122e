import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchedRange } from '../../../../../server/core/match/types.ts'
import {
  portion,
  sideBySide,
  type ComparedLine,
} from '../../../../../server/render/pages/compare/side-by-side.ts'

const text = (lines: string[]) => lines.join('\n')
const numbered = (n: number, prefix = 'line') =>
  text(Array.from({ length: n }, (_, i) => `${prefix} ${i + 1}`))
const compare = (original: string, found: string, ranges: MatchedRange[], skip = 0) =>
  sideBySide({ path: 'a.txt', text: original }, { path: 'b.txt', text: found }, ranges, skip)
const lineText = (line: ComparedLine | null) => line?.tokens.map((token) => token.text).join('') ?? null

describe('matched runs beside each other', () => {
  it('call the same what is the same, alike what differs in spacing, changed what shares words, different the rest', () => {
    const { blocks } = compare('one\ntwo\nthree is 3\nfour', 'one\n  two\nthree was 3\nFOUR', [
      { original: [1, 4], candidate: [1, 4] },
    ])

    expect(blocks).toHaveLength(1)
    expect(blocks[0]!.rows.map((row) => row.state)).toEqual(['same', 'alike', 'changed', 'differs'])
  })

  it('show two lines around, and name the lines of both files', () => {
    //  original 1 2 [3 4] 5 6 7      found 1 2 3 4 [5 6] 7 8 9
    const { blocks } = compare(numbered(7), numbered(9), [{ original: [3, 4], candidate: [5, 6] }])

    expect(blocks[0]).toMatchObject({ number: 1, original: [3, 4], found: [5, 6] })
    expect(
      blocks[0]!.rows.map(({ state, original, found }) => [state, original?.number, found?.number]),
    ).toEqual([
      ['outside', 1, 3],
      ['outside', 2, 4],
      ['changed', 3, 5],
      ['changed', 4, 6],
      ['outside', 5, 7],
      ['outside', 6, 8],
    ])
  })

  it('are joined when they follow closely on both sides, and stay apart when the original jumps back', () => {
    const close = compare(numbered(30), numbered(30), [
      { original: [1, 5], candidate: [1, 5] },
      { original: [8, 12], candidate: [9, 13] },
    ])
    const moved = compare(numbered(30), numbered(30), [
      { original: [20, 25], candidate: [1, 6] },
      { original: [1, 5], candidate: [8, 12] },
    ])

    expect(close.blocks.map((block) => [block.original, block.found])).toEqual([
      [
        [1, 12],
        [1, 13],
      ],
    ])
    expect(moved.blocks).toHaveLength(2)
  })

  it('hold every line of the runs, each with its own text, whatever the ranges say', () => {
    const range = fc
      .tuple(fc.nat(45), fc.nat(45), fc.nat(45), fc.nat(45))
      .map(([a, b, c, d]): MatchedRange => ({ original: [a, b], candidate: [c, d] }))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const { blocks } = compare(numbered(40), numbered(40, 'found'), ranges)
        for (const { rows, original, found } of blocks) {
          for (const { original: left, found: right } of rows) {
            if (left !== null) expect(lineText(left)).toBe(`line ${left.number}`)
            if (right !== null) expect(lineText(right)).toBe(`found ${right.number}`)
          }
          const numbers = rows.flatMap((row) => (row.found === null ? [] : [row.found.number]))
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
          expect(numbers).toContain(found[0])
          expect(numbers).toContain(found[1])
          expect(original[0]).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('that are very long come a portion at a time, each row once, and say how much is beside it', () => {
    const ranges: MatchedRange[] = [
      { original: [1, 2_000], candidate: [1, 2_000] },
      { original: [2_500, 5_000], candidate: [2_100, 4_600] },
    ]
    const rows: unknown[] = []
    for (let skip = 0, more = 1; more > 0;) {
      const { blocks, before, after } = compare(numbered(5_000), numbered(5_000), ranges, skip)
      const shown = blocks.flatMap((block) => block.rows)
      expect(before).toBe(skip)
      expect(shown.length).toBeLessThan(2_000)
      rows.push(...shown.map(({ original, found }) => `${original?.number} ${found?.number}`))
      skip += shown.length
      more = after
      if (more > 0) expect(shown.length).toBe(portion)
    }
    expect(rows.length).toBe(new Set(rows).size)
    expect(rows.length).toBeGreaterThanOrEqual(4_500)
  })

  it('of a line without an end show its beginning, no half character, and how much is left out', () => {
    const long = '😀'.repeat(50_000)
    const { blocks } = compare(long, long, [{ original: [1, 1], candidate: [1, 1] }])
    const line = blocks[0]!.rows[0]!.found!
    expect(lineText(line)).not.toMatch(/\p{Surrogate}/u)
    expect(lineText(line)!.length).toBeLessThan(1_000)
    expect(lineText(line)!.length + line.more).toBe(long.length)
    expect(blocks[0]!.rows[0]!.state).toBe('same')
  })
})
