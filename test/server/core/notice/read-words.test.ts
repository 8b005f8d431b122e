import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftNotices } from '../../../../server/core/notice/draft-notices.ts'
import { wordsOf, writtenParts } from '../../../../server/core/notice/own-words.ts'
import { readWords } from '../../../../server/core/notice/read-words.ts'
import { candidateOf, inputOf } from './samples.ts'

const { document } = draftNotices(inputOf([candidateOf(2, 'leaker/orbit')])).notices[0]!
const parts = writtenParts(document)

describe('words given as data', () => {
  it('are read as they are shown, any of them', () => {
    const shown = wordsOf(document)
    fc.assert(
      fc.property(fc.subarray(parts), (some) => {
        const given = Object.fromEntries(some.map((part) => [part, shown[part]]))
        expect(readWords(given, document)).toEqual({ words: given })
      }),
    )
    const answers = {
      solution: { kind: 'other-change', change: 'a\r\nb' },
      openSource: { license: 'MIT', violation: 'no notice\rkept', changes: '' },
    }
    expect(readWords(answers, document)).toEqual({
      words: {
        solution: { kind: 'other-change', change: 'a\nb' },
        openSource: { license: 'MIT', violation: 'no notice\nkept', changes: '' },
      },
    })
  })

  it('never pass over a part, and take none of another shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.anything(), (part, value) => {
        const read = readWords({ [part]: value }, document)
        if ('words' in read) expect(typeof read.words[part]).toBe(typeof wordsOf(document)[part])
        else expect(read.problem).toContain(part)
      }),
    )
    for (const given of [
      { reason: 'a takedown has no reason' },
      { repositories: ['eve/leak'] },
      { statements: { goodFaith: true, fairUse: true, perjury: true } },
      { statements: { goodFaith: true, fairUse: true, perjury: true, guide: 'yes' } },
      { solution: { kind: 'other-change' } },
      { solution: { kind: 'must-be-removed', change: 'x' } },
      { openSource: { license: 'MIT', violation: '', changes: '', more: '' } },
      { description: null },
      JSON.parse('{"__proto__": "x"}') as unknown,
      ['description'],
      'description',
      null,
    ])
      expect(readWords(given, document), JSON.stringify(given)).toHaveProperty('problem')
  })
})
