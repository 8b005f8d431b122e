import fc from 'fast-check'
import { expect, it } from 'vitest'
import { copyTogether } from '../../../server/threads/copy-together.ts'

it('copies each file whole, and leaves the originals where they are when the copies are given away', () => {
  const bytes = fc.uint8Array({ maxLength: 40 })
  fc.assert(
    fc.property(fc.array(fc.record({ path: fc.string(), bytes })), (files) => {
      const before = files.map((file) => ({ path: file.path, bytes: [...file.bytes] }))
      const copied = copyTogether(files)
      const given = structuredClone(copied.files, { transfer: [copied.memory] })
      expect(given.map((file) => ({ path: file.path, bytes: [...file.bytes] }))).toEqual(before)
      expect(files.map((file) => ({ path: file.path, bytes: [...file.bytes] }))).toEqual(before)
    }),
  )
})

it('takes no more along than the files, where they are parts of something larger', () => {
  const archive = new Uint8Array(1_000_000)
  const files = [10, 2000].map((at) => ({ path: `${at}.ts`, bytes: archive.subarray(at, at + 7) }))
  expect(copyTogether(files).memory.byteLength).toBe(14)
})
