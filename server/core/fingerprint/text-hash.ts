import { HASH_START, HASH_STEP } from './hash.ts'

const BACKSLASH = 0x5c
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09

/**
 * The text between two quotes with its escapes resolved, so that `'\u00e9'`, `"é"` and `'it\'s'` are equal however
 * a tool wrote them. CRLF inside a template counts as LF. Without an escape the bytes come back as they are.
 */
export function unescapeText(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const text = bytes.subarray(start, end)
  if (!text.includes(BACKSLASH) && !text.includes(CR)) return text
  const out: number[] = []
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]!
    if (byte === CR && text[i + 1] === LF) continue
    if (byte === BACKSLASH && i + 1 < text.length) i = unescapeAt(text, i + 1, out)
    else out.push(byte)
  }
  return joinSurrogates(Uint8Array.from(out))
}

/** The same text as it is compared: how far its lines are indented is layout, within quotes too. */
export function quotedText(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const text = unescapeText(bytes, start, end)
  return text.includes(LF) ? withoutIndents(text) : text
}

function withoutIndents(text: Uint8Array): Uint8Array {
  const out: number[] = []
  let isIndent = false
  for (const byte of text) {
    const isBlank = byte === SPACE || byte === TAB
    if (isBlank && isIndent) continue
    isIndent = byte === LF
    if (isIndent) while (out.at(-1) === SPACE || out.at(-1) === TAB) out.pop()
    out.push(byte)
  }
  return Uint8Array.from(out)
}

/** Appends what the escape after a backslash means; answers with the index of its last byte. */
function unescapeAt(text: Uint8Array, at: number, out: number[]): number {
  const byte = text[at]!
  const simple = simpleEscapes.get(byte)
  if (simple !== undefined) out.push(simple)
  else if (byte === 0x78) return pushCodePoint(text, at, 2, out)
  else if (byte === 0x75 && text[at + 1] === 0x7b) return pushBracedCodePoint(text, at, out)
  else if (byte === 0x75) return pushCodePoint(text, at, 4, out)
  else if (byte === LF || byte === CR) return text[at + 1] === LF && byte === CR ? at + 1 : at
  else out.push(byte)
  return at
}

const simpleEscapes = new Map([
  [0x6e, 0x0a],
  [0x74, 0x09],
  [0x72, 0x0d],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x76, 0x0b],
  [0x30, 0x00],
])

function pushCodePoint(text: Uint8Array, at: number, digits: number, out: number[]): number {
  const value = hexadecimal(text, at + 1, at + 1 + digits)
  if (value < 0) {
    out.push(text[at]!)
    return at
  }
  pushUtf8(value, out)
  return at + digits
}

function pushBracedCodePoint(text: Uint8Array, at: number, out: number[]): number {
  const close = text.indexOf(0x7d, at)
  const value = close < 0 || close - at > 8 ? -1 : hexadecimal(text, at + 2, close)
  if (value < 0 || value > 0x10ffff) {
    out.push(text[at]!)
    return at
  }
  pushUtf8(value, out)
  return close
}

function hexadecimal(text: Uint8Array, start: number, end: number): number {
  if (end > text.length || start >= end) return -1
  let value = 0
  for (let i = start; i < end; i++) {
    const digit = Number.parseInt(String.fromCharCode(text[i]!), 16)
    if (Number.isNaN(digit)) return -1
    value = value * 16 + digit
  }
  return value
}

/** Surrogates are written as three bytes each and joined afterwards: `\ud83d\ude00` is one character. */
function pushUtf8(value: number, out: number[]): void {
  if (value < 0x80) out.push(value)
  else if (value < 0x800) out.push(0xc0 | (value >> 6), 0x80 | (value & 63))
  else if (value < 0x10000) out.push(0xe0 | (value >> 12), 0x80 | ((value >> 6) & 63), 0x80 | (value & 63))
  else
    out.push(
      0xf0 | (value >> 18),
      0x80 | ((value >> 12) & 63),
      0x80 | ((value >> 6) & 63),
      0x80 | (value & 63),
    )
}

function joinSurrogates(text: Uint8Array): Uint8Array {
  if (!text.includes(0xed)) return text
  const out: number[] = []
  for (let i = 0; i < text.length; i++) {
    const isPair =
      text[i] === 0xed &&
      (text[i + 1]! & 0xf0) === 0xa0 &&
      text[i + 3] === 0xed &&
      (text[i + 4]! & 0xf0) === 0xb0
    if (!isPair) {
      out.push(text[i]!)
      continue
    }
    const high = ((text[i + 1]! & 0x0f) << 6) | (text[i + 2]! & 63)
    const low = ((text[i + 4]! & 0x0f) << 6) | (text[i + 5]! & 63)
    pushUtf8(0x10000 + (high << 10) + low, out)
    i += 5
  }
  return Uint8Array.from(out)
}

/** Hash of a quoted text, equal for every way of escaping and indenting it. */
export function hashText(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte === BACKSLASH || byte === LF || byte === CR) return hashPlain(quotedText(bytes, start, end))
    hash = Math.imul(hash ^ byte, HASH_STEP)
  }
  return hash
}

function hashPlain(text: Uint8Array): number {
  let hash = HASH_START
  for (const byte of text) hash = Math.imul(hash ^ byte, HASH_STEP)
  return hash
}
