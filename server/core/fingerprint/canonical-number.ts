import { HASH_START, HASH_STEP } from './hash.ts'

const ZERO = 0x30
const NINE = 0x39

/**
 * The text of a number as every tool would write it: `0xFF`, `0xff` and `255` are one, and so are `1_000`, `1e3` and
 * `1000`, `.50` and `0.5`. What JavaScript does not read as a number stays as it is, in small letters.
 */
export function canonicalNumber(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (isPlain(bytes, start, end)) return bytes.subarray(start, end)
  const text = Buffer.from(bytes.subarray(start, end)).toString('latin1').toLowerCase().replaceAll('_', '')
  const value = /^0\d/.test(text) ? Number.NaN : Number(text)
  return Buffer.from(Number.isSafeInteger(value) || isFraction(value) ? String(value) : text, 'latin1')
}

/** The hash of that text; most numbers are a few digits, hashed where they stand. */
export function hashNumber(bytes: Uint8Array, start: number, end: number): number {
  if (isPlain(bytes, start, end)) return hashOf(bytes, start, end)
  const text = canonicalNumber(bytes, start, end)
  return hashOf(text, 0, text.length)
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_STEP)
  return hash
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] === ZERO && end > start + 1) return false
  for (let at = start; at < end; at++) if (bytes[at]! < ZERO || bytes[at]! > NINE) return false
  return true
}

function isFraction(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER
}
