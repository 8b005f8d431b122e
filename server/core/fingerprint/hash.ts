/** FNV-1a's offset basis and prime: one multiplication a byte. */
export const HASH_START = 0x811c9dc5 | 0
export const HASH_STEP = 0x01000193

/** Hash of a text given as bytes; the lexer computes the same value while it reads. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_STEP)
  return hash
}

/** Spreads every bit of a 32-bit value over the whole word (the finalizer of MurmurHash3, public domain). */
export function mix(value: number): number {
  let h = value ^ (value >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
