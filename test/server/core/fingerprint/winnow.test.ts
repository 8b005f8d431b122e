import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, Stream, type Channel } from '../../../../server/core/fingerprint/channel.ts'
import { Fingerprints, winnow } from '../../../../server/core/fingerprint/winnow.ts'

function streamOf(symbols: readonly number[]): Stream {
  const stream = new Stream()
  stream.reset(symbols.length)
  stream.symbol.set(symbols)
  stream.count = symbols.length
  return stream
}

function select(symbols: readonly number[], channel: Channel): { key: string; position: number }[] {
  const out = new Fingerprints()
  winnow(streamOf(symbols), channel, out)
  return Array.from({ length: out.count }, (_, i) => ({
    key: `${out.high[i]!} ${out.low[i]!}`,
    position: out.position[i]!,
  }))
}

const symbols = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 120 })

describe('winnow', () => {
  it('shares a fingerprint for any shared run of w + k − 1 symbols, whatever surrounds it', () => {
    for (const channel of channels) {
      const run = fc.array(fc.integer(), { minLength: channel.w + channel.k - 1, maxLength: 90 })
      fc.assert(
        fc.property(symbols, run, symbols, symbols, symbols, (a, shared, b, c, d) => {
          const left = new Set(select([...a, ...shared, ...b], channel).map(({ key }) => key))
          expect(select([...c, ...shared, ...d], channel).some(({ key }) => left.has(key))).toBe(true)
        }),
      )
    }
  })

  it('selects from every window: no gap between positions is longer than w', () => {
    for (const channel of channels) {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 0, max: 3 }), { minLength: channel.k, maxLength: 300 }),
          (text) => {
            const positions = select(text, channel).map(({ position }) => position)
            expect(positions.length).toBeGreaterThan(0)
            const grams = text.length - channel.k + 1
            const marks = grams < channel.w ? positions : [-1, ...positions, grams]
            for (let i = 1; i < marks.length; i++)
              expect(marks[i]! - marks[i - 1]!).toBeLessThanOrEqual(channel.w)
            expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
          },
        ),
      )
    }
  })

  it('gives one hash to equal k-grams and different hashes to different ones', () => {
    const channel = channels[1]!
    const byGram = new Map<string, string>()
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: channel.k, maxLength: 60 }),
        (text) => {
          for (const { key, position } of select(text, channel)) {
            const gram = text.slice(position, position + channel.k).join()
            expect(byGram.get(gram) ?? key).toBe(key)
            byGram.set(gram, key)
          }
        },
      ),
    )
    expect(new Set(byGram.values()).size).toBe(byGram.size)
  })
})
