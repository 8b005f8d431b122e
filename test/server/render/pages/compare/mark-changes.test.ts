import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../../../../../server/render/pages/compare/highlight.ts'
import { markChanges, type ComparedToken } from '../../../../../server/render/pages/compare/mark-changes.ts'

const plain = (text: string): Token[] => [{ kind: null, text }]
const show = (tokens: ComparedToken[]) =>
  tokens.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')

describe('changed words', () => {
  it('are marked on both sides, and nothing else is', () => {
    const [original, found] = markChanges(
      plain('const beam = expand(state)'),
      plain('const  ray = expand(state, 2);'),
    )
    expect(show(original)).toBe('const [beam] = expand(state)')
    expect(show(found)).toBe('const  [ray] = expand(state[,] [2])[;]')
  })

  it('leave the text and its colours as they were', () => {
    const token = fc.record({
      kind: fc.constantFrom('keyword' as const, 'string' as const, null),
      text: fc.stringMatching(/^[ a-c(){};.\t'א🚀]{1,12}$/u),
    })
    const line = fc.array(token, { maxLength: 8 })
    fc.assert(
      fc.property(line, line, (a, b) => {
        const marked = markChanges(a, b)
        ;[a, b].forEach((tokens, side) => {
          const characters = (list: readonly Token[]) =>
            list.flatMap(({ kind, text }) => Array.from(text).map((c) => [kind, c]))
          expect(characters(marked[side]!)).toEqual(characters(tokens))
        })
      }),
    )
  })

  it('are none where two lines differ in spacing only', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '=', '(', 'word')), (words) => {
        const [original, found] = markChanges(plain(words.join(' ')), plain(words.join('   ')))
        expect([...original, ...found].some(({ changed }) => changed)).toBe(false)
      }),
    )
  })
})
