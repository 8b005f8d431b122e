import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightLines } from '../../../../../server/render/pages/compare/highlight.ts'

const textOf = (lines: ReturnType<typeof highlightLines>) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n')

describe('a file in colour', () => {
  it('is the file: no character is added, lost or changed', () => {
    const code = fc
      .array(
        fc.constantFrom(
          'const a = `x ${y}`',
          '// <b>&amp;',
          '/* two',
          'lines */',
          '"\\"<&\'"',
          '&lt;',
          '',
          '\t}',
          '\u202e',
          '<script>',
        ),
      )
      .map((l) => l.join('\n'))
    fc.assert(
      fc.property(
        fc.oneof(code, fc.string({ unit: 'grapheme' })),
        fc.constantFrom('a.ts', 'a.py', 'a.html', 'a.unknown', 'Makefile', '.ts'),
        (text, path) => {
          expect(textOf(highlightLines(text, path))).toBe(text.replaceAll('\r\n', '\n'))
        },
      ),
    )
  })

  it('carries a comment over its lines', () => {
    const [first, second] = highlightLines('/* one\ntwo */ const a = 1', 'a.ts')
    expect(first).toEqual([{ kind: 'comment', text: '/* one' }])
    expect(second?.[0]).toEqual({ kind: 'comment', text: 'two */' })
    expect(second).toContainEqual({ kind: 'keyword', text: 'const' })
  })

  it('that is very large or in no known language is plain', () => {
    expect(highlightLines('const a = 1', 'a.unknown')).toEqual([[{ kind: null, text: 'const a = 1' }]])
    expect(highlightLines('const a = 1\n'.repeat(20_000), 'a.ts')[0]).toEqual([
      { kind: null, text: 'const a = 1' },
    ])
  })
})
