import { describe, expect, it } from 'vitest'
import { allOfQuery, phraseQuery, wordRuns } from '../../../../server/core/probe/query-words.ts'

describe('words as the legacy engine sees them', () => {
  it.each([
    ['ledger.settle(tenant, [window])', [['ledger', 'settle', 'tenant', 'window']]],
    ['a-b left', [['left']]],
    ['left - right', [['left'], ['right']]],
    ['id 20240117 next', [['id'], ['next']]],
    ['größe passt', [['passt']]],
    ['', []],
  ])('%j', (text, runs) => {
    expect(wordRuns(text)).toEqual(runs)
  })
})

describe('queries', () => {
  it('words that the engine reads as operators are never bare', () => {
    expect(allOfQuery(['settle', 'OR', 'voucher'])).toBeNull()
    expect(allOfQuery(['not', 'voucher'])).toBeNull()
    expect(phraseQuery(['settle', 'or', 'voucher'])).toBe('"settle or voucher"')
  })

  it('nothing beyond the limits, nothing that is no word', () => {
    expect(phraseQuery([])).toBeNull()
    expect(phraseQuery(Array.from({ length: 9 }, () => 'word'))).toBeNull()
    expect(allOfQuery(Array.from({ length: 8 }, () => 'w'.repeat(40)))).toBeNull()
    expect(phraseQuery(['user:orbit'])).toBeNull()
    expect(phraseQuery(['say', '"quoted"', 'now'])).toBeNull()
  })
})
