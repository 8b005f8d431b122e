/**
 * Finds values in a JSON text without building them. A source map of 60 MB, or 60 MB of `[`, costs no memory
 * beyond its own bytes. It reads structure and does not validate what it passes over.
 */
export interface Span {
  start: number
  end: number
}

export class JsonFault extends Error {}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** The value that begins at or after `from`. @throws JsonFault where the text ends first */
export function valueAt(text: Buffer, from: number): Span {
  const start = skipSpace(text, from)
  const first = text[start]
  if (first === quote) return { start, end: endOfString(text, start) }
  if (first === openBrace || first === openBracket) return { start, end: endOfNest(text, start) }
  let end = start
  while (end < text.length && !isSpace(text[end]!) && !isPunctuation(text[end]!)) end += 1
  if (end === start)
    throw new JsonFault(start < text.length ? `no value at byte ${start}` : 'it ends too early')
  return { start, end }
}

/** The members of an object, in order; none when the value is no object. */
export function* membersOf(text: Buffer, object: Span): Generator<{ key: string; value: Span }> {
  if (text[object.start] !== openBrace) return
  let at = skipSpace(text, object.start + 1)
  while (text[at] !== closeBrace) {
    const key = valueAt(text, at)
    at = skipSpace(text, key.end)
    if (text[at] !== colon) throw new JsonFault(`":" expected at byte ${at}`)
    const value = valueAt(text, at + 1)
    yield { key: stringAt(text, key) ?? '', value }
    at = afterItem(text, value.end, closeBrace)
  }
}

/** The elements of an array, in order; none when the value is no array. */
export function* elementsOf(text: Buffer, array: Span): Generator<Span> {
  if (text[array.start] !== openBracket) return
  let at = skipSpace(text, array.start + 1)
  while (text[at] !== closeBracket) {
    const value = valueAt(text, at)
    yield value
    at = afterItem(text, value.end, closeBracket)
  }
}

/** The string, or null when the value is something else. */
export function stringAt(text: Buffer, { start, end }: Span): string | null {
  if (text[start] !== quote) return null
  try {
    return JSON.parse(text.toString('utf8', start, end)) as string
  } catch {
    throw new JsonFault(`a broken string at byte ${start}`)
  }
}

export function isObject(text: Buffer, { start }: Span): boolean {
  return text[start] === openBrace
}

export function isArray(text: Buffer, { start }: Span): boolean {
  return text[start] === openBracket
}

function afterItem(text: Buffer, from: number, close: number): number {
  const at = skipSpace(text, from)
  if (text[at] === comma) return skipSpace(text, at + 1)
  if (text[at] !== close)
    throw new JsonFault(at < text.length ? `"," expected at byte ${at}` : 'it ends too early')
  return at
}

function endOfString(text: Buffer, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === quote) return at + 1
    if (byte === backslash) at += 1
  }
  throw new JsonFault('it ends too early')
}

/** Depth is a number, not a call: nesting cannot exhaust the stack. */
function endOfNest(text: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === quote) at = endOfString(text, at) - 1
    else if (byte === openBrace || byte === openBracket) depth += 1
    else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  throw new JsonFault('it ends too early')
}

function skipSpace(text: Buffer, from: number): number {
  let at = from
  while (at < text.length && isSpace(text[at]!)) at += 1
  return at
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isPunctuation(byte: number): boolean {
  return byte === comma || byte === colon || byte === closeBracket || byte === closeBrace || byte === quote
}
