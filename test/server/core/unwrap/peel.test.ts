import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as languages from '../../../../server/core/fingerprint/languages.ts'
import { lex } from '../../../../server/core/fingerprint/lex.ts'
import { readingRules } from '../../../../server/core/fingerprint/reading-rules.ts'
import { Tokens } from '../../../../server/core/fingerprint/tokens.ts'
import { peel, peelProgram, type Peeled } from '../../../../server/core/unwrap/peel.ts'
import { codeIn, stretchesOf } from '../../../../server/core/unwrap/stretches.ts'
import { LineIndex } from '../../../../server/core/match/line-index.ts'
import { SEGMENT } from '../../../../server/core/match/segments.ts'

const names = Object.values(languages).map(({ name }) => name)

function peeled(bytes: Uint8Array, by: typeof peel = peel): Peeled[] {
  const tokens = new Tokens()
  lex(bytes, 0, bytes.length, readingRules(languages.ecmascript), tokens)
  return by({ bytes, lines: new LineIndex(bytes) }, tokens)
}

/** Pieces of everything that is peeled, whole and broken, so that chance finds the seams. */
const pieces = fc.array(
  fc.constantFrom(
    ...[
      '"',
      "'",
      '`',
      '\\',
      '\\n',
      '\\u0061',
      '\\u{',
      '\\x4',
      '&lt;',
      '&#x3c;',
      '&#99999999;',
      '&',
      '<',
      '<p',
      '>',
      '<![CDATA[',
    ],
    ...[
      '> ',
      '+',
      '@@ -1',
      '12: ',
      '```',
      '~~~',
      '\n',
      '\r',
      ' ',
      '["a"]',
      '" + "',
      '\u200b',
      '\u00a0',
      '\ufeff',
      'const a = (b) => {',
    ],
    ...[
      Buffer.from('const text = 1\n'.repeat(40)).toString('base64'),
      'ab'.repeat(300),
      '=',
      'self.',
      '\u{1f4a7}',
      '\0',
      ';',
    ],
  ),
  { maxLength: 200 },
)

describe('peeling', () => {
  it('takes any bytes: what comes of them is no longer, and its lines are lines of the file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => Buffer.from(all.join(''))),
          fc.uint8Array({ maxLength: 2000 }),
        ),
        (bytes) => {
          const last = new LineIndex(bytes).lineOf(bytes.length)
          for (const { inside } of [...peeled(bytes), ...peeled(bytes, peelProgram)]) {
            expect(inside.bytes.length).toBeLessThanOrEqual(bytes.length * 1.5 + 16)
            let line = 1
            for (let at = 0; at < inside.bytes.length; at += 7) {
              const here = inside.lines.lineOf(at)
              expect(here).toBeGreaterThanOrEqual(line)
              expect(here).toBeLessThanOrEqual(last)
              line = here
            }
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('finds stretches that lie one after the other inside the text', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const bytes = Buffer.from(all.join('').repeat(3))
        for (const stretches of [codeIn(bytes, names), stretchesOf(bytes, names)]) {
          let end = 0
          for (const stretch of stretches) {
            expect(stretch.start).toBeGreaterThanOrEqual(end)
            expect(stretch.end).toBeGreaterThan(stretch.start)
            end = stretch.end
          }
          expect(end).toBeLessThanOrEqual(bytes.length)
        }
      }),
    )
  })

  it('ends, whatever fills the text', () => {
    const bombs = [
      '<',
      '<a',
      '&',
      '&#',
      '```\n',
      '"',
      '\\',
      '\\u{',
      '["',
      'a["b"]',
      '" + "',
      '> ',
      '>',
      '12: \n',
      '\n',
      'QUJD',
      '\u200b',
      '<![CDATA[',
      'x<b>',
      'a"b c"',
      '<a>',
      '@@ -',
    ]
    // As much as is ever read at once: what takes its square would not end.
    for (const bomb of bombs) {
      const bytes = Buffer.alloc(SEGMENT, bomb)
      for (const { inside } of peeled(bytes))
        expect(inside.bytes.length, JSON.stringify(bomb)).toBeLessThanOrEqual(bytes.length * 1.5 + 16)
      expect(stretchesOf(bytes, names).length).toBeLessThanOrEqual(bytes.length)
    }
  }, 120_000)
})
