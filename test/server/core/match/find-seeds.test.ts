import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, members, Stream } from '../../../../server/core/fingerprint/channel.ts'
import { highOf, leavingFactor, lowOf, rollHigh } from '../../../../server/core/fingerprint/gram-hash.ts'
import { mix } from '../../../../server/core/fingerprint/hash.ts'
import { GramTableBuilder } from '../../../../server/core/match/build-gram-table.ts'
import { findSeeds, type Seed } from '../../../../server/core/match/find-seeds.ts'
import { buildFilter, buildSymbolFilter, gramFilter } from '../../../../server/core/match/gram-table.ts'
import type { WorkIndex } from '../../../../server/core/match/work-index.ts'

const { k } = members

function streamOf(symbols: readonly number[]): Stream {
  const stream = new Stream()
  stream.reset(symbols.length)
  stream.symbol.set(symbols)
  stream.count = symbols.length
  return stream
}

/** An index that holds the k-grams of one text at these places, and nothing else. */
function indexOf(text: readonly number[], places: readonly number[]): WorkIndex {
  const { symbol } = streamOf(text)
  const builder = new GramTableBuilder()
  for (const at of places)
    builder.add(
      { high: highOf(symbol, at, k) ^ members.salt, low: lowOf(symbol, at, k) },
      { variant: 0, position: at, bits: 1 },
    )
  const grams = builder.finish()
  return {
    grams,
    filter: gramFilter(buildFilter(grams)),
    symbols: gramFilter(buildSymbolFilter(new Set(text))),
  } as WorkIndex
}

const symbols = fc.array(fc.integer({ min: -40, max: 40 }).map(mix), { maxLength: 80 })

describe('findSeeds', () => {
  it('finds every k-gram that the index holds, wherever it was copied to, and says where', () => {
    const text = fc.array(fc.integer().map(mix), { minLength: k, maxLength: 60 })
    fc.assert(
      fc.property(text, symbols, symbols, fc.nat(), (copied, before, after, choice) => {
        const place = choice % (copied.length - k + 1)
        const seeds: Seed[] = []
        const candidate = streamOf([...before, ...copied, ...after])
        findSeeds(indexOf(copied, [place]), candidate, members, 0, seeds)
        expect(seeds.map((seed) => [seed.candidate, seed.original])).toContainEqual([
          before.length + place,
          place,
        ])
      }),
    )
  })

  it('finds nothing that is not there, and nothing in what is shorter than a k-gram', () => {
    fc.assert(
      fc.property(symbols, symbols, (text, other) => {
        const places = Array.from({ length: Math.max(0, text.length - k + 1) }, (_, at) => at)
        const seeds: Seed[] = []
        findSeeds(indexOf(text, places), streamOf(other), members, 0, seeds)
        for (const { candidate, original } of seeds)
          expect(other.slice(candidate, candidate + k)).toEqual(text.slice(original, original + k))
        if (other.length < k) expect(seeds).toEqual([])
      }),
    )
  })
})

describe('the rolling hash', () => {
  it('is at every place what it is when made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 40, maxLength: 80 }), (values) => {
        const { symbol } = streamOf(values)
        for (const channel of channels) {
          const leaving = leavingFactor(channel.k)
          let high = highOf(symbol, 0, channel.k)
          for (let at = 1; at + channel.k <= values.length; at++) {
            high = rollHigh(high, symbol[at - 1]!, symbol[at + channel.k - 1]!, leaving)
            expect(high).toBe(highOf(symbol, at, channel.k))
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
