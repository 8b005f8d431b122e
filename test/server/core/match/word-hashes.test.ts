import { expect, it } from 'vitest'
import { wordHashes } from '../../../../server/core/match/word-hashes.ts'

const words = (text: string) => wordHashes(Buffer.from(text))

it('takes names apart, and numbers and marks for one word', () => {
  expect(words('readNextTide_v2')).toHaveLength(4)
  expect(words('op1')).toEqual(words('op27'))
  for (const text of ['05', '>>=', '--', '1,000', '0x428a2f98d728ae22', '#f0f8ff', 'c0de15'])
    expect(words(text)).toEqual(words('7'))
  for (const text of ['facade', 'added', 'tide2tide']) expect(words(text)).not.toEqual(words('7'))
  expect(words('潮')).not.toEqual(words('7'))
  expect(words('潮')).not.toEqual(words('汐'))
})
