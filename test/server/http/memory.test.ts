import { expect, it } from 'vitest'
import { createMemory } from '../../../server/http/memory.ts'

function start() {
  let mark = 1
  let asked = 0
  const memory = createMemory({ readMark: () => Promise.resolve(String(mark)) })
  return {
    write: () => mark++,
    asked: () => asked,
    recall: (key: string, fail = false) =>
      memory.recall(key, () => {
        asked++
        return fail ? Promise.reject(new Error('down')) : Promise.resolve(`${key} at ${mark}`)
      }),
  }
}

it('an answer is made once, until something is written', async () => {
  const { recall, write, asked } = start()
  expect([await recall('a'), await recall('a'), await recall('b')]).toEqual(['a at 1', 'a at 1', 'b at 1'])
  expect(asked()).toBe(2)
  write()
  expect(await recall('a')).toBe('a at 2')
  expect(asked()).toBe(3)
})

it('many who ask at once share one answer', async () => {
  const { recall, asked } = start()
  await Promise.all(Array.from({ length: 8 }, () => recall('a')))
  expect(asked()).toBe(1)
})

it('a failure is not kept', async () => {
  const { recall } = start()
  await expect(recall('a', true)).rejects.toThrow('down')
  expect(await recall('a')).toBe('a at 1')
})

it('keeps no more than its share', async () => {
  const { recall, asked } = start()
  for (let i = 0; i < 300; i++) await recall(`key ${i}`)
  await recall('key 0')
  expect(asked()).toBe(301)
  await recall('key 299')
  expect(asked()).toBe(301)
})
