import type { Stream } from '../fingerprint/channel.ts'
import type { Tokens } from '../fingerprint/tokens.ts'

/** A 64-bit hash of all tokens in order: equal for two layouts of the same code. */
export function wholeHash({ symbol, count }: Pick<Tokens | Stream, 'symbol' | 'count'>): {
  high: number
  low: number
} {
  let high = count | 0
  let low = 0x6a09e667
  for (let i = 0; i < count; i++) {
    const one = symbol[i]!
    high = (Math.imul(high, 0x2c1b3c6d) + one) | 0
    low = (Math.imul(low ^ one, 0x297a2d39) ^ (low >>> 13)) | 0
  }
  return { high, low }
}

/** A shorter file has the shape of many. */
export const LEAST_SHAPE = 40
