import { HASH_START, HASH_STEP, mix } from '../fingerprint/hash.ts'
import { Kind, type Tokens } from '../fingerprint/tokens.ts'
import { canBeEvidence } from './rarity.ts'

/** What a name or a text is called in any language, as a 64-bit hash in two halves. */
export interface PortKey {
  high: number
  low: number
  token: number
  isText: boolean
}

/** Shorter names are the same in every language (`id`, `map`, `size`). */
const SHORTEST_NAME = 6
/** A shorter text is a key or a mode. */
const SHORTEST_TEXT = 10

const SECOND_START = 0x6a09e667

/**
 * The keys of a file, each once, in the order of their first token. Languages differ in how they write names
 * (`highWaterAt`, `high_water_at`, `HighWaterAt`) and put values into texts (`${x}`, `{x}`, `%s`): a key is made of
 * letters alone, in lower case, and a text gives one for each stretch between its values.
 */
export function portKeys(bytes: Uint8Array, tokens: Tokens): PortKey[] {
  const keys: PortKey[] = []
  const seen = new Set<number>()
  const put = (key: { high: number; low: number; letters: number }, token: number, isText: boolean) => {
    if (key.letters < (isText ? SHORTEST_TEXT : SHORTEST_NAME)) return
    const high = mix(isText ? ~key.high : key.high)
    if (seen.has(high)) return
    seen.add(high)
    keys.push({ high, low: key.low, token, isText })
  }
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind[token]!
    if (!canBeEvidence(kind)) continue
    const [start, end] = [tokens.start[token]!, tokens.end[token]!]
    if (kind !== Kind.string) put(lettersOf(bytes, start, end), token, false)
    else for (const [from, to] of stretchesOf(bytes, start, end)) put(lettersOf(bytes, from, to), token, true)
  }
  return keys
}

function lettersOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { high: number; low: number; letters: number } {
  let high = HASH_START
  let low = SECOND_START
  let letters = 0
  for (let at = start; at < end; at++) {
    const letter = bytes[at]! | 0x20
    if (letter < 0x61 || letter > 0x7a) continue
    high = Math.imul(high ^ letter, HASH_STEP)
    low = (Math.imul(low, 0x297a2d39) + letter) | 0
    letters++
  }
  return { high, low, letters }
}

const BACKSLASH = 0x5c
const PERCENT = 0x25
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** What lies between the values that a text is filled with, and between its escapes. */
function stretchesOf(bytes: Uint8Array, start: number, end: number): [number, number][] {
  const stretches: [number, number][] = []
  let from = start
  for (let at = start; at < end; at++) {
    const byte = bytes[at]
    if (byte !== BACKSLASH && byte !== PERCENT && byte !== OPEN_BRACE) continue
    stretches.push([from, at])
    if (byte === OPEN_BRACE) while (at < end && bytes[at] !== CLOSE_BRACE) at++
    else at++
    from = at + 1
  }
  if (from < end) stretches.push([from, end])
  return stretches
}
