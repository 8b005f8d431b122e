import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalNumber, hashNumber } from '../../../../server/core/fingerprint/canonical-number.ts'

const canonical = (text: string) => {
  const bytes = Buffer.from(`(${text})`)
  return Buffer.from(canonicalNumber(bytes, 1, bytes.length - 1)).toString()
}

it.each([
  ['0x1FFFFF', '0x1fffff', '2097151'],
  ['1_000', '1e3', '1000', '1E3'],
  ['.50', '0.5', '0.50'],
  ['1.0', '1.', '1'],
])('writes %s as other tools write it', (text, ...others) => {
  for (const other of others) expect(canonical(other)).toBe(canonical(text))
})

it('keeps apart what is not the same number', () => {
  const texts = ['1', '10', '01', '0x10', '16n', '1f', '9007199254740993', '9007199254740992', '1.5', '0b2']
  expect(new Set(texts.map(canonical)).size).toBe(texts.length)
})

it('gives the same number for whatever JavaScript prints, and the same hash', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), (value) => {
      const bytes = Buffer.from(String(value))
      expect(canonical(String(value))).toBe(String(value))
      expect(hashNumber(bytes, 0, bytes.length)).toBe(
        hashNumber(Buffer.from(canonical(String(value))), 0, canonical(String(value)).length),
      )
    }),
  )
})
