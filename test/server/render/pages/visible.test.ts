import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathHtml } from '../../../../server/render/pages/path-html.ts'
import { visibleHtml, visibleNameHtml, visibleText } from '../../../../server/render/pages/visible.ts'

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u
/** Text that leans towards what does harm. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\0',
        '\u001b[31m',
        '\r',
        '\n',
        '\t',
        '\ud800',
        '<',
        '>',
        '&',
        '"',
        "'",
        '/',
        'א',
        'é',
      ),
    ),
  )
  .map((parts) => parts.join(''))

describe('a name', () => {
  it('comes out with no hidden character, joiners that shape letters apart', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const shown of [visibleNameHtml(text), visibleText(text), pathHtml(text)]) {
          const rest = shown.replace(
            /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/gu,
            '',
          )
          expect(rest).not.toMatch(hidden)
        }
      }),
    )
  })

  it('comes out with no HTML but ours', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const rest = pathHtml(text).replaceAll(
          /<\/?bdi>|<wbr>|<span class="control">|<\/span>|&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g,
          '',
        )
        expect(rest).not.toMatch(/[<>&"'`=]/)
      }),
    )
  })

  it('loses nothing: the marks and the rest give it back', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const back = visibleText(text).replaceAll(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, code: string) =>
          String.fromCodePoint(parseInt(code, 16)),
        )
        expect(back).toBe(text)
      }),
    )
  })

  it('isolates each part of a path, so that one cannot reorder the next', () => {
    expect(pathHtml('src/מקור/a.ts')).toBe('<bdi>src</bdi>/<wbr><bdi>מקור</bdi>/<wbr><bdi>a.ts</bdi>')
  })

  it('keeps the joiner of an emoji and marks one that hides in ASCII', () => {
    expect(visibleNameHtml('👩\u200d🚀')).toBe('👩\u200d🚀')
    expect(visibleNameHtml('ad\u200dmin')).toBe('ad<span class="control">U+200D</span>min')
  })
})

it('a text of several lines keeps its lines and tabs, a name does not', () => {
  expect(visibleHtml('a\n\tb\r')).toBe('a\n\tb<span class="control">U+000D</span>')
  expect(visibleNameHtml('a\nb')).toBe('a<span class="control">U+000A</span>b')
})
