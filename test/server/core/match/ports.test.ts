import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { loadWorkIndex, serializeWorkIndex } from '../../../../server/core/match/serialize-work-index.ts'
import { harbourTides, ledger } from './sample-work.ts'
import {
  harbourTidesInGo,
  harbourTidesInPython,
  otherClientInGo,
  otherClientInPython,
} from './translations.ts'

const originals = [
  { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
  { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
]
const index = buildWorkIndex({ originals, baseline: [] })
const compare = (text: string, path: string, by = index) =>
  compareFile(by, { path, bytes: Buffer.from(text) })

describe('a translation', () => {
  const translations = { 'tides.py': harbourTidesInPython, 'tides.go': harbourTidesInGo }

  for (const [path, text] of Object.entries(translations)) {
    it(`is a port of the one original it follows, weak, with its reasons: ${path}`, () => {
      const match = compare(text, path)
      expect(match).toMatchObject({ class: 'port', strength: 'weak' })
      expect(match.originals).toHaveLength(1)
      expect(match.originals[0]).toMatchObject({ path: 'src/harbour-tides.ts', class: 'port', ranges: [] })
      expect(match.originals[0]!.reason).toMatch(/no passage copied.*in its order.*rarest shared: “/)
    })
  }

  it('is the same with an index that was stored, and with one that keeps digests alone', () => {
    const stored = loadWorkIndex(serializeWorkIndex(index))
    const digests = buildWorkIndex({ originals, baseline: [], keeps: 'digests' })
    for (const by of [stored, digests])
      expect(compare(harbourTidesInPython, 'tides.py', by)).toEqual(compare(harbourTidesInPython, 'tides.py'))
  })

  it('is never called one when the public had the original before', () => {
    const publicIndex = buildWorkIndex({ originals, baseline: [originals[0]!] })
    expect(compare(harbourTidesInPython, 'tides.py', publicIndex).strength).toBe('none')
  })
})

describe('what is no translation', () => {
  it('is none: another client of the same interface, in another language', () => {
    expect(compare(otherClientInPython, 'client.py').strength).toBe('none')
    expect(compare(otherClientInGo, 'client.go').strength).toBe('none')
  })

  it('is none: the names of the original in a list or in prose', () => {
    const names = harbourTides.match(/[A-Za-z]{6,}/g)!
    expect(compare(names.join(' '), 'notes.md').strength).toBe('none')
    expect(compare([...new Set(names)].sort().join('\n'), 'words.py').class).not.toBe('port')
  })

  it('is a copy, not a port, in the same language', () => {
    expect(compare(harbourTides, 'tides.js').class).toBe('exact')
  })
})
