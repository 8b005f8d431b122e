import type { Tokens } from '../fingerprint/tokens.ts'

/** A 64-bit hash of all tokens in order: equal for two layouts of the same code. */
export function wholeHash(tokens: Tokens): { high: number; low: number } {
  let high = tokens.count | 0
  let low = 0x6a09e667
  for (let i = 0; i < tokens.count; i++) {
    const symbol = tokens.symbol[i]!
    high = (Math.imul(high, 0x2c1b3c6d) + symbol) | 0
    low = (Math.imul(low ^ symbol, 0x297a2d39) ^ (low >>> 13)) | 0
  }
  return { high, low }
}
