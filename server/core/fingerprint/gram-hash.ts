/**
 * The 64-bit hash of a k-gram, in two halves that are polynomials over its symbols: each rolls from one k-gram to
 * the next, and each can be had alone. The upper half alone answers almost every question of a scan.
 */
const BASE_HIGH = 0x2c1b3c6d
const BASE_LOW = 0x297a2d39
const SPREAD = 0x9e3779b1 | 0

/** The upper half for the k symbols from `at`, not yet salted. */
export function highOf(symbol: Int32Array, at: number, k: number): number {
  let high = 0
  for (let i = at; i < at + k; i++) high = (Math.imul(high, BASE_HIGH) + symbol[i]!) | 0
  return high
}

/** The lower half for the k symbols from `at`. */
export function lowOf(symbol: Int32Array, at: number, k: number): number {
  let low = 0
  for (let i = at; i < at + k; i++) {
    const value = symbol[i]!
    low = (Math.imul(low, BASE_LOW) + Math.imul(value ^ (value >>> 15), SPREAD)) | 0
  }
  return low
}

/** The upper half one symbol on: `out` leaves, `into` comes. */
export function rollHigh(high: number, out: number, into: number, leaving: number): number {
  return (Math.imul(high, BASE_HIGH) + into - Math.imul(out, leaving)) | 0
}

/** What `rollHigh` takes a leaving symbol by: the base to the power of k. */
export function leavingFactor(k: number): number {
  let value = 1
  for (let i = 0; i < k; i++) value = Math.imul(value, BASE_HIGH)
  return value
}
