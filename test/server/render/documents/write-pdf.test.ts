import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showText } from '../../../../server/render/documents/shown-text.ts'
import type { PrintedBlock, PrintedDocument } from '../../../../server/render/documents/printed-document.ts'
import { writePdf } from '../../../../server/render/documents/write-pdf.ts'
import { readPdf } from './read-pdf.ts'

const legend = 'Characters shown by number'

function documentOf(blocks: PrintedBlock[], over: Partial<PrintedDocument> = {}): PrintedDocument {
  return {
    title: 'A notice',
    mark: null,
    footer: 'orbit-1',
    across: false,
    at: new Date('2026-03-31T10:00:00Z'),
    blocks,
    ...over,
  }
}

/** Print turned back into the text that it shows, line breaks and the spaces beside them aside. */
function textOf(print: string): string {
  return print
    .split(legend)[0]!
    .replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'src/秘密.ts',
    'e\u0301 é office ﬁ ffi',
    'a\u202Egpj.ts',
    'שלום עולם',
    'zero\u200Bwidth\u00A0space',
    '⟨U+0041⟩',
    '😀 𝒜 \u{1F1E9}\u{1F1EA}',
    'K Å Ω µ μ',
  ),
  fc.nat(1500).map((length) => 'x'.repeat(length)),
)

describe('a printed document', () => {
  it('holds every character, by its shape or by its number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 12 }), async (texts) => {
        const blocks = texts.flatMap((text): PrintedBlock[] => [
          { kind: 'heading', text },
          { kind: 'paragraph', text },
          { kind: 'table', columns: [{ heading: 'C', part: 1 }], rows: [[{ text, href: null }]] },
        ])
        const { bytes, byNumber } = await writePdf(documentOf(blocks))
        const read = readPdf(bytes)
        const written = texts.flatMap((text) => [text, text, 'C', text]).join('')
        expect(textOf(read.text)).toBe(`A notice${written}`.replace(/\n/g, ''))
        for (const character of byNumber) expect(written).toContain(character)
        expect(read.text.includes(legend)).toBe(byNumber.length > 0)
        expect(read.fontsMissing).toEqual([])
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  it('a row that no page can hold keeps its text, and its page count shows it', async () => {
    const long = Array.from({ length: 3000 }, (_, at) => `eve/copy-${at}`).join(', ')
    const table: PrintedBlock = {
      kind: 'table',
      columns: [
        { heading: 'Notice', part: 1 },
        { heading: 'Names', part: 3 },
      ],
      rows: [
        [
          { text: 'orbit-1', href: null },
          { text: long, href: null },
        ],
      ],
    }
    const read = readPdf((await writePdf(documentOf([table]))).bytes)
    expect(read.text).toContain(`Names: ${long}`)
    expect(read.pages).toBeGreaterThan(5)
  })

  it('links each address to exactly itself, over as many lines as it takes', async () => {
    const addresses = Array.from(
      { length: 120 },
      (_, at) => `https://github.com/eve/x/blob/main/${'p/'.repeat(at)}%20.ts`,
    )
    const read = readPdf((await writePdf(documentOf([{ kind: 'addresses', addresses }]))).bytes)
    expect(read.text).toBe(`A notice${addresses.map((address, at) => `${at + 1}.${address}`).join('')}`)
    expect([...new Set(read.links)]).toEqual(addresses)
    expect(read.structure.filter((kind) => kind === 'LI')).toHaveLength(120)
    expect(read.structure.filter((kind) => kind === 'Link')).toHaveLength(120)
  })

  it('a draft says so on every page; every page says what it is of', async () => {
    const blocks = Array.from({ length: 200 }, (): PrintedBlock => ({
      kind: 'paragraph',
      text: 'word '.repeat(40),
    }))
    const read = readPdf((await writePdf(documentOf(blocks, { mark: 'DRAFT: not signed' }))).bytes)
    expect(read.text).toContain('DRAFT: not signed')
    const footers = read.artifacts.split('\n').filter((line) => line !== '')
    expect(footers).toEqual(
      Array.from({ length: read.pages }, (_, at) => `DRAFT · orbit-1 · page ${at + 1} of ${read.pages}`),
    )
  })

  it('the same document gives the same bytes, another moment does not', async () => {
    const blocks: PrintedBlock[] = [{ kind: 'paragraph', text: 'The work.' }]
    const { bytes } = await writePdf(documentOf(blocks))
    expect((await writePdf(documentOf(blocks))).bytes.equals(bytes)).toBe(true)
    expect((await writePdf(documentOf(blocks, { at: new Date(0) }))).bytes.equals(bytes)).toBe(false)
  })

  it('runs nothing and loads nothing', async () => {
    const hostile = '/JavaScript (app.alert(1)) <img src="file:///etc/passwd"> http://127.0.0.1:1/x'
    const { bytes } = await writePdf(documentOf([{ kind: 'paragraph', text: hostile }], { title: hostile }))
    const file = bytes.toString('latin1')
    expect(file).not.toMatch(/\/(?:S \/JavaScript|OpenAction|Launch|EmbeddedFile|AA)\b/)
    expect(readPdf(bytes).links).toEqual([])
    expect(readPdf(bytes).text).toContain(hostile)
  })
})

it('what could be taken for something else is shown by number', () => {
  const all = () => true
  expect(showText('a b\n', all).join('')).toBe('a b\n')
  for (const [text, shown] of [
    ['\u202E', '⟨U+202E⟩'],
    ['\u00A0', '⟨U+00A0⟩'],
    ['\t', '⟨U+0009⟩'],
    ['⟨', '⟨U+27E8⟩'],
    ['e\u0301', 'e⟨U+0301⟩'],
    ['א', '⟨U+05D0⟩'],
    ['ﬁ', '⟨U+FB01⟩'],
    ['😀', '⟨U+1F600⟩'],
    ['\uD800', '⟨U+D800⟩'],
  ]) {
    expect(showText(text!, all).join('')).toBe(shown)
  }
})
