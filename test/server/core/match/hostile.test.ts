import { describe, expect, it } from 'vitest'
import { buildWorkIndex } from '../../../../server/core/match/build-work-index.ts'
import { compareFile } from '../../../../server/core/match/compare-file.ts'
import { harbourTides, ledger } from './sample-work.ts'

const index = buildWorkIndex({
  originals: [
    { path: 'src/harbour-tides.ts', bytes: Buffer.from(harbourTides) },
    { path: 'src/ledger.ts', bytes: Buffer.from(ledger) },
  ],
  baseline: [],
})
const MB = 1_000_000

/** `size` bytes of the same text again and again, then what is given. */
function filled(size: number, text: string, last: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(size + last.length)
  bytes.fill(text, 0, size)
  bytes.set(last, size)
  return bytes
}

/** What comparing kept or took besides the bytes given, in bytes. */
function memoryOf(bytes: Uint8Array, path: string): { strength: string; taken: number } {
  const before = process.memoryUsage()
  const { strength } = compareFile(index, { path, bytes })
  const after = process.memoryUsage()
  return { strength, taken: after.arrayBuffers - before.arrayBuffers }
}

describe('a file larger than any program', () => {
  it('is read to its end in memory that does not grow with it: one line of 50 MB', () => {
    const line = filled(50 * MB, 'f(a.b,"c",17);', Buffer.from(harbourTides.replaceAll('\n', ' ')))
    const { strength, taken } = memoryOf(line, 'bundle.js')
    expect(strength).toBe('strong')
    expect(taken).toBeLessThan(250 * MB)
  }, 240_000)

  it('is read to its end when nothing in it can be cut: 4 MB of one word, of marks, of a text without end', () => {
    for (const filler of ['a', ';', '"', '`', '/*', '(', '{', '\\', '💧', '<!--', "'''"])
      expect(
        compareFile(index, { path: 'a.ts', bytes: filled(4 * MB, filler, Buffer.alloc(0)) }).strength,
      ).toBe('none')
  }, 240_000)
})

describe('a copy a thousand times over', () => {
  it('is found in time that does not grow with the square of it', () => {
    const [from, to] = [harbourTides.indexOf('const reading'), harbourTides.indexOf('await this.ledger')]
    for (const piece of [harbourTides, harbourTides.slice(from, to), ledger.slice(200, 700)]) {
      const match = compareFile(index, { path: 'a.ts', bytes: filled(2 * MB, piece, Buffer.alloc(0)) })
      expect(match.strength).toBe('strong')
    }
  }, 240_000)
})

describe('what is no text', () => {
  it('is none, whatever its name says: zeros, noise, half a character', () => {
    const noise = Buffer.alloc(
      MB,
      Uint8Array.from({ length: 509 }, (_, i) => (i * 97 + 1) % 256 || 1),
    )
    for (const path of ['a.ts', 'a.py', 'a.md', 'a'])
      for (const bytes of [Buffer.alloc(MB), noise, Buffer.alloc(MB, 0xc3), Buffer.from([0xef, 0xbb])])
        expect(compareFile(index, { path, bytes }).strength).toBe('none')
  }, 120_000)

  it('hides no copy: bytes that are not UTF-8 around and inside it', () => {
    const broken = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
      Buffer.from(harbourTides.replace('Predicts the next', 'Predicts \u00ff the next'), 'latin1'),
      Buffer.from([0xed, 0xa0, 0x80]),
    ])
    expect(compareFile(index, { path: 'a.ts', bytes: broken }).strength).toBe('strong')
  })
})

describe('a nesting bomb', () => {
  it('hides no copy behind it', () => {
    for (const bomb of ['(', '[{', '`${', '{a:', '/* (', '<div>'].map((text) =>
      text.repeat(MB / 4 / text.length),
    ))
      expect(
        compareFile(index, { path: 'a.ts', bytes: Buffer.from(`${harbourTides}\n${bomb}`) }).strength,
      ).toBe('strong')
  }, 120_000)

  it('of texts in texts is read once', () => {
    const text = `"${'one two three four five six seven '.repeat(8)}\\"`.repeat(20_000)
    expect(compareFile(index, { path: 'a.ts', bytes: Buffer.from(text) }).strength).toBe('none')
  }, 120_000)
})
