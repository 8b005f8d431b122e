import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasIntegrity } from '../../../server/sources/integrity.ts'

const digest = (algorithm: string, bytes: Buffer) =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`
const content = fc.uint8Array().map((bytes) => Buffer.from(bytes))
const algorithm = fc.constantFrom('sha512', 'sha384', 'sha256', 'sha1')

it('holds for the right bytes and for no others', () => {
  fc.assert(
    fc.property(content, content, algorithm, (bytes, other, kind) => {
      const integrity = digest(kind, bytes)
      expect(hasIntegrity(bytes, { integrity })).toBe(true)
      expect(hasIntegrity(other, { integrity })).toBe(other.equals(bytes))
    }),
  )
})

it('of several hashes the strongest decides, whatever the weaker say', () => {
  const bytes = Buffer.from('right')
  const wrong = digest('sha512', Buffer.from('wrong'))
  expect(hasIntegrity(bytes, { integrity: `${digest('sha256', bytes)} ${wrong}` })).toBe(false)
  expect(hasIntegrity(bytes, { integrity: `${wrong} ${digest('sha512', bytes)}?opt` })).toBe(true)
  expect(
    hasIntegrity(bytes, { integrity: wrong, shasum: createHash('sha1').update(bytes).digest('hex') }),
  ).toBe(false)
})

it('no hash is no', () => {
  expect(hasIntegrity(Buffer.from('x'), {})).toBe(false)
  expect(hasIntegrity(Buffer.from('x'), { integrity: 'md5-x', shasum: '' })).toBe(false)
})
