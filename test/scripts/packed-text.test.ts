import { expect, it } from 'vitest'
import { PackedText } from '../../scripts/packed-text.ts'

it('gives back what was added, in parts that are never large', () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `{"path":"src/ä-${i}-\u202e.ts","class":"none"}\n`)
  const packed = new PackedText()
  for (const line of lines) packed.add(line)
  const parts = [...packed.read()]
  expect(parts.length).toBeGreaterThan(5)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(300_000)
  expect(parts.join('')).toBe(lines.join(''))
  expect([...packed.read()].join('').length).toBe(lines.join('').length)
  expect([...new PackedText().read()].join('')).toBe('')
})
