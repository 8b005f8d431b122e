import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../../server/core/fingerprint/language-of.ts'
import { lex } from '../../../../server/core/fingerprint/lex.ts'
import { readingRules } from '../../../../server/core/fingerprint/reading-rules.ts'
import { Kind, Tokens } from '../../../../server/core/fingerprint/tokens.ts'

const names = Object.fromEntries(Object.entries(Kind).map(([name, kind]) => [kind, name]))

function read(text: string | Uint8Array, path = 'a.ts'): string[] {
  const bytes = Buffer.from(text as string)
  const tokens = new Tokens()
  lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), tokens)
  return Array.from(
    { length: tokens.count },
    (_, i) => `${names[tokens.kind[i]!]!}:${bytes.toString('utf8', tokens.start[i], tokens.end[i])}`,
  )
}

function hashes(text: string, path = 'a.ts'): number[] {
  const bytes = Buffer.from(text)
  const tokens = new Tokens()
  lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), tokens)
  return [...tokens.hash.subarray(0, tokens.count)]
}

describe('lex', () => {
  it('tells members and keys from names that may be renamed', () => {
    expect(read('const total = order.items[0]; send({ id: total, order })')).toEqual([
      'declarer:const',
      'name:total',
      'operator:=',
      'name:order',
      'property:items',
      'number:0',
      'name:send',
      'property:id',
      'name:total',
      'shorthand:order',
    ])
  })

  it('reads the same text however far its lines are indented', () => {
    const page = 'const page = `\n  <ferry>\n    late\n  </ferry>\n`'
    for (const other of [
      page.replaceAll('  ', '\t'),
      page.replaceAll('\n ', ' \r\n'),
      page.replaceAll('  ', ''),
    ])
      expect(hashes(other)).toEqual(hashes(page))
    for (const other of [page.replaceAll('\n', ' '), page.replace('late', 'la te')])
      expect(hashes(other)).not.toEqual(hashes(page))
  })

  it('reads the same tokens whatever the layout, comments, quotes and escapes', () => {
    const a = `/* head */ function f(a, b) {\n  // note\n  return a === b ? 'it\\'s \\u00e9' : \`x\${a}y\`;\n}\n`
    const b = `function f(\r\n\ta,\r\n\tb,\r\n) { return a===b ? "it's é" : \`x\${ (a) }y\` }`
    expect(hashes(a)).toEqual(hashes(b))
  })

  it('reads imports as imports: names that are used, not work', () => {
    expect(
      read(`import { a, b } from './x'\nexport { c } from "y"\nexport * from 'z'\nimport('w').then(go)`),
    ).toEqual([
      'import:import',
      'import:a',
      'import:b',
      'import:from',
      'importText:./x',
      'import:export',
      'import:c',
      'import:from',
      'importText:y',
      'import:export',
      'import:*',
      'import:from',
      'importText:z',
      'name:import',
      'string:w',
      'property:then',
      'name:go',
    ])
  })

  it('sees through what module formats add', () => {
    expect(read('exports.run = run; (0, util_1.send)(x)')).toEqual([
      'scaffold:',
      'name:run',
      'operator:=',
      'name:run',
      'scaffold:0',
      'scaffold:',
      'name:send',
      'name:x',
    ])
  })

  it('tells a regular expression from a division, and a template from its parts', () => {
    expect(read('a = b / c / d; e = /[/"]+/g.test(f)')).toContain('string:[/"]+')
    expect(read('a = b / c / d')).toEqual([
      'name:a',
      'operator:=',
      'name:b',
      'operator:/',
      'name:c',
      'operator:/',
      'name:d',
    ])
    expect(read('`a${ { b: `c${d}e` }.b }f`')).toEqual([
      'string:a',
      'property:b',
      'string:c',
      'name:d',
      'string:e',
      'property:b',
      'string:f',
    ])
  })

  it('survives what is cut off or wrongly quoted, and reads on after it', () => {
    expect(read(`<p>Don't stop</p>\nnext.call()`)).toContain('property:call')
    expect(read('`never closed ${ a.b').at(-1)).toBe('property:b')
    expect(read('/* never closed\na.b').at(-1)).toBe('property:b')
  })

  it('knows comments and text of other languages', () => {
    expect(read('def f(a):\n    """Says what."""\n    # note\n    return a.total + "x"', 'a.py')).toEqual([
      'keyword:def',
      'name:f',
      'name:a',
      'operator::',
      'keyword:return',
      'name:a',
      'property:total',
      'operator:+',
      'string:x',
    ])
    expect(read('import (\n\t"fmt"\n)\nfunc f() { fmt.Println(`raw`) }', 'a.go')).toEqual([
      'import:import',
      'importText:fmt',
      'keyword:func',
      'name:f',
      'name:fmt',
      'property:Println',
      'string:raw',
    ])
    expect(read("fn f<'a>(x: &'a str) -> char { x.len(); 'c' } /* a /* b */ c */", 'a.rs')).toContain(
      'string:c',
    )
    expect(read('- You are *careful*.\n', 'prompt.md')).toEqual([
      'property:You',
      'property:are',
      'property:careful',
    ])
  })

  it('never throws, and keeps every token inside the input, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .string({
              unit: fc.constantFrom(...'` $ { } \' " / * \\ \n ( ) [ ] . , : ; a b 0 # = >'.split(' ')),
              maxLength: 200,
            })
            .map((s) => new Uint8Array(Buffer.from(s))),
        ),
        fc.constantFrom('a.ts', 'a.py', 'a.go', 'a.rs', 'a.sql', 'a.html', 'a.txt', 'a.rb'),
        (bytes, path) => {
          const tokens = new Tokens()
          lex(bytes, 0, bytes.length, readingRules(languageOf(path, bytes)), tokens)
          let last = 0
          for (let i = 0; i < tokens.count; i++) {
            expect(tokens.start[i]).toBeGreaterThanOrEqual(last)
            expect(tokens.end[i]).toBeGreaterThanOrEqual(tokens.start[i]!)
            last = tokens.end[i]!
          }
          expect(last).toBeLessThanOrEqual(bytes.length)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('hostile input', () => {
  it('is read in one pass: delimiters that never close do not make it start over', () => {
    const hostile = ['"\\', "'\\", '/[', '`\\', '/*', '"""\\', "'''\\", '${', '`${', '((((', '<!--', '\\"""']
    for (const text of hostile)
      for (const path of ['a.ts', 'a.py', 'a.rs', 'a.rb', 'a.html', 'a.sql'])
        expect(read(text.repeat(300_000 / text.length), path).length).toBeLessThanOrEqual(300_000)
  })
})
