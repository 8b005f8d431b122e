import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBorrowedNote } from '../../../../server/core/original/borrowed-notes.ts'
import { borrowedParts, withoutBorrowed } from '../../../../server/core/original/borrowed-parts.ts'

describe('a note that something was taken from elsewhere', () => {
  it.each([
    'Copied from https://github.com/epoberezkin/fast-deep-equal',
    'copied from fast-deep-equal',
    'Copied from VS Code',
    'Copied from the fast-deep-equal package\nbecause it is not a module',
    'Adapted from the lodash source',
    'Taken from lodash, with types',
    'Adapted from @noble/hashes',
    'Shamelessly stolen from three.js',
    'This function was adapted from the React codebase',
    'Ported from Chromium to TypeScript',
    'Based on the implementation in\nhttps://stackoverflow.com/a/12345',
    'Source: https://stackoverflow.com/questions/1/how',
    'Credit to https://gist.github.com/someone/123',
    'from https://github.com/someone/murmur/blob/main/hash.ts#L10',
    'The code below is copied from the murmur library.',
    'Inlined from `nanoid` package: copied from nano-id',
    'Modified version of https://github.com/someone/queue',
    'Copied verbatim from Node.js',
    'Regex taken from the npm package of that name',
    'HTTP methods were copied from net/http.',
    'This code reuses the code from mypy.plugins\nhttps://github.com/someone/checker/blob/main/plugins.py',
  ])('is heard: %s', (comment) => {
    expect(readBorrowedNote(comment, '')).not.toBeNull()
  })

  it.each([
    'The value is copied from Request',
    'copied from the parent',
    'Taken from the tenant when the window opens',
    'Copied from Ledger, which is older',
    'Copied from ./ledger.ts',
    'taken from URL parameters',
    'Taken from per-tenant settings',
    'Copied from the read-only state',
    'Taken from the Ledger',
    'See https://github.com/someone/murmur/issues/3',
    'https://stackoverflow.com/q/1 explains why this is needed',
    'The plan is derived from the tenant.',
    'Borrowed books are returned by the user.',
    'Values taken from Ledger.entries',
    'extracted from options',
    'The header is taken from src/http.',
    'Reuses the connection, see https://nodejs.org/api/http.html',
  ])('is not heard where code is described: %s', (comment) => {
    expect(readBorrowedNote(comment, 'class Ledger {}')).toBeNull()
  })
})

const lines = (text: string, owners: string[] = []) =>
  borrowedParts('a.ts', text, owners).map((part) => part.lines)

describe('the borrowed part', () => {
  const own = 'export function own() {\n  return 1\n}\n'

  it('is the declaration that follows, blank lines inside it or not', () => {
    const text = `${own}\n/**\n * Adapted from https://github.com/x/y\n */\nexport function theirs(\n  a: number,\n) {\n  const b = a\n\n  return b\n}\n\n${own}`
    expect(lines(text)).toEqual([[5, 14]])
  })

  it('inside a class is the member', () => {
    const text =
      'class A {\n  own() {}\n\n  // copied from VS Code\n  theirs() {\n    return 1\n  }\n\n  more() {}\n}\n'
    expect(lines(text)).toEqual([[4, 7]])
  })

  it('inside a function ends with its block', () => {
    const text =
      'function own() {\n  if (a) {\n    // copied from VS Code\n    b()\n    c()\n  }\n  return 1\n}\n'
    expect(lines(text)).toEqual([[3, 5]])
  })

  it('is the line, with its block, that a note ends', () => {
    expect(lines('const a = 1\nconst b = /x+/ // copied from lodash\nconst c = 2\n')).toEqual([[2, 2]])
    expect(lines('const a = { // copied from lodash\n  b: 1,\n}\nconst c = 2\n')).toEqual([[1, 3]])
  })

  it('is all that follows, or the file, where the note says so', () => {
    expect(lines(`${own}\n// The following functions are copied from lodash.\n${own}\n${own}`)).toEqual([
      [5, 13],
    ])
    expect(lines(`${own}\n// This file was ported from Chromium.\n${own}`)).toEqual([[1, 9]])
  })

  it('is heard through lines of a comment and in Python', () => {
    expect(lines('// Adapted from\n// https://github.com/x/y\nlet a\n\nlet b\n')).toEqual([[1, 3]])
    const text =
      'def own():\n    return 1\n\ndef theirs():\n    """Taken from https://github.com/x/y."""\n    return 2\n\ndef more():\n    return 3\n'
    expect(borrowedParts('a.py', text, []).map((part) => part.lines)).toEqual([[5, 6]])
  })

  it('of the owner’s own is no borrowed part', () => {
    expect(lines('// Copied from https://github.com/orbit/cli\nlet a\n', ['Orbit Inc.'])).toEqual([])
  })

  it('is emptied, and nothing else moves', () => {
    const text = `${own}\n// copied from lodash\nlet a\n\n${own}`
    const left = withoutBorrowed('a.ts', text, []).split('\n')
    expect(left).toHaveLength(text.split('\n').length)
    expect(left.filter(Boolean)).toEqual(`${own}${own}`.split('\n').filter(Boolean))
  })

  it('lies in the file, whatever the file', () => {
    const piece = fc.constantFrom(
      '// copied from lodash',
      '/* adapted from https://github.com/a/b */',
      '{',
      '}',
      '  x',
      '\n',
      '\n\n',
      'let a = "',
      '`',
      "'''",
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('a.ts', 'a.py'), (pieces, path) => {
        const text = pieces.join('')
        const count = text.split('\n').length
        for (const part of borrowedParts(path, text, [])) {
          const [first, last] = part.lines
          expect(first).toBeGreaterThanOrEqual(1)
          expect(last).toBeGreaterThanOrEqual(first)
          expect(last).toBeLessThanOrEqual(count)
        }
      }),
    )
  })
})
