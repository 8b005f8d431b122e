import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatNumber,
  formatShare,
  formatTime,
} from '../../../../server/render/pages/format.ts'

describe('a share', () => {
  it('is 0 % only when it is nothing, 100 % only when it is all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(formatShare(share) === '0 %').toBe(share === 0)
        expect(formatShare(share) === '100 %').toBe(share === 1)
      }),
    )
  })
})

it('numbers, counts, sizes and times read as people write them', () => {
  expect(formatNumber(1234567)).toBe('1,234,567')
  expect(formatCount(1, 'file', 'files')).toBe('1 file')
  expect(formatCount(0, 'file', 'files')).toBe('0 files')
  expect([0, 1023, 1024, 1024 * 1024 - 1, 5 * 1024 * 1024].map(formatBytes)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KB',
    '1024.0 KB',
    '5.0 MB',
  ])
  expect(formatTime(new Date('2026-03-31T23:59:59.999-05:00'))).toBe('2026-04-01 04:59 UTC')
})
