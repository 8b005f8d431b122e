import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import type { WorkIndex } from '../../../../server/core/match/work-index.ts'
import { originalVariants } from '../../../../server/sources/original-variants.ts'
import { harbourTides, ledger, unrelatedTides } from './sample-work.ts'
import { samples } from './sample-languages.ts'
import { wrappings } from './wrappings.ts'

let index: WorkIndex

const endings: Record<string, string> = { python: 'py', go: 'go' }

beforeAll(async () => {
  const originals = [
    { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
    { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
  ]
  const variants = await originalVariants(originals)
  index = buildWorkIndex({
    originals: originals.map((original, i) => ({ ...original, variants: variants[i]! })),
    baseline: [],
  })
})

describe('what a copy is put into', () => {
  for (const [name, { path, wrap, firstLine }] of Object.entries(wrappings)) {
    const compare = (text: string) => compareFile(index, { path, bytes: Buffer.from(wrap(text)) })

    it(`does not hide it, and only it is named: ${name}`, () => {
      const match = compare(harbourTides)
      expect(match.strength).toBe('strong')
      expect(match.originals.map((original) => original.path)).toEqual(['src/harbour-tides.ts'])
      const lines = Buffer.from(wrap(harbourTides)).toString('latin1').split('\n').length
      for (const { candidate } of match.originals[0]!.ranges) {
        expect(candidate[0]).toBeGreaterThanOrEqual(1)
        expect(candidate[1]).toBeLessThanOrEqual(lines)
        expect(candidate[0]).toBeLessThanOrEqual(candidate[1])
      }
    })

    if (firstLine !== undefined)
      it(`leaves the lines where the file has them: ${name}`, () => {
        const ranges = compare(harbourTides).originals[0]!.ranges
        expect(ranges.length).toBeGreaterThan(0)
        for (const { candidate, original } of ranges) {
          expect(candidate[0] - original[0]).toBe(firstLine - 1)
          expect(Math.abs(candidate[1] - original[1] - (firstLine - 1))).toBeLessThanOrEqual(1)
        }
      })

    it(`makes no copy of a stranger: ${name}`, () => {
      expect(compare(unrelatedTides).strength).toBe('none')
    })
  }
})

describe.each(Object.entries(samples))('a work in %s', (name, { original, stranger }) => {
  const work = buildWorkIndex({
    originals: [{ path: `work.${endings[name]!}`, bytes: Buffer.from(original) }],
    baseline: [],
  })
  const wrapped = [
    'a fence far down in Markdown',
    'a notebook',
    'a source map',
    'a mail in base 64',
    'a configuration',
    'the name of a style sheet',
    'UTF-16 without a mark',
    'blanks that do not break',
  ]

  it.each(wrapped)('is found, and a stranger is not, inside %s', (wrapping) => {
    const { path, wrap } = wrappings[wrapping]!
    const compare = (text: string) => compareFile(work, { path, bytes: Buffer.from(wrap(text)) })
    expect(compare(original).strength).toBe('strong')
    expect(compare(stranger).strength).toBe('none')
  })
})
