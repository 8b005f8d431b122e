import { describe, expect, it } from 'vitest'
import { isSamePerson } from '../../../../server/core/review/same-person.ts'

describe('two names', () => {
  it.each([
    ['blanks and case', ' ada  diaz '],
    ['wide letters', 'Ａda Diaz'],
    ['a Cyrillic letter', 'Ad\u0430 Diaz'],
    ['a Greek capital', '\u0391da Diaz'],
    ['a space of no width', 'Ada\u200B Diaz'],
    ['a soft hyphen', 'Ada Di\u00ADaz'],
    ['a turn of direction', '\u202DAda Diaz'],
    ['a line feed', 'Ada\nDiaz'],
  ])('are one person with %s', (_, other) => {
    expect(isSamePerson('Ada Diaz', other)).toBe(true)
  })

  it('are one person in any case of their own script', () => {
    expect(isSamePerson('ВАСЯ НОВ', 'вася нов')).toBe(true)
  })

  it('are two where a reader sees two', () => {
    expect(isSamePerson('Ada Diaz', 'Ada Dias')).toBe(false)
    expect(isSamePerson('Ada Diaz', 'Ada Díaz')).toBe(false)
    expect(isSamePerson('Вася Нов', 'Вася Попов')).toBe(false)
  })
})
