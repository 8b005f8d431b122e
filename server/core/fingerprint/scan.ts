const LF = 0x0a
const BACKSLASH = 0x5c
const SLASH = 0x2f
const DOLLAR = 0x24
const OPEN_BRACE = 0x7b

/** Every scan answers with the end of what it looked for, or -1 when it is not there. */

export function startsWith(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  if (at + text.length > end) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false
  return true
}

export function endOfLine(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i] !== LF) i++
  return i
}

export function indexOf(bytes: Uint8Array, text: Uint8Array, at: number, end: number): number {
  const first = text[0]
  for (let i = at; i < end; i++) if (bytes[i] === first && startsWith(bytes, i, end, text)) return i
  return -1
}

/** Where the comment's closing mark begins; comments inside comments are counted. */
export function endOfNestedComment(
  bytes: Uint8Array,
  at: number,
  end: number,
  open: Uint8Array,
  close: Uint8Array,
): number {
  let depth = 1
  for (let i = at; i < end; i++) {
    if (startsWith(bytes, i, end, close)) {
      if (--depth === 0) return i
      i += close.length - 1
    } else if (startsWith(bytes, i, end, open)) {
      depth++
      i += open.length - 1
    }
  }
  return -1
}

/** The closing quote on the same line. A backslash takes the next byte with it, a line break too. */
export function endOfLineText(bytes: Uint8Array, at: number, end: number, quote: number): number {
  for (let i = at; i < end; i++) {
    const byte = bytes[i]
    if (byte === quote) return i
    if (byte === LF) return -1
    if (byte === BACKSLASH) i++
  }
  return -1
}

export function endOfText(bytes: Uint8Array, at: number, end: number, quote: number): number {
  for (let i = at; i < end; i++) {
    const byte = bytes[i]
    if (byte === quote) return i
    if (byte === BACKSLASH) i++
  }
  return -1
}

export function endOfRawText(bytes: Uint8Array, at: number, end: number, quote: number): number {
  for (let i = at; i < end; i++) if (bytes[i] === quote) return i
  return -1
}

/** `'x'`, `'\n'`, `'\u{1F600}'`: what is longer is no character. */
const LONGEST_CHARACTER = 12

export function endOfCharacter(bytes: Uint8Array, at: number, end: number, quote: number): number {
  return endOfLineText(bytes, at, Math.min(end, at + LONGEST_CHARACTER), quote)
}

/** The end of a template's chunk: the closing backtick, or the `$` of `${`. */
export function endOfTemplateChunk(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const byte = bytes[i]
    if (byte === 0x60 || (byte === DOLLAR && bytes[i + 1] === OPEN_BRACE && i + 1 < end)) return i
    if (byte === BACKSLASH) i++
  }
  return -1
}

/** The closing `/` of a regular expression whose body begins at `at`; it stays on its line. */
export function endOfRegex(bytes: Uint8Array, at: number, end: number): number {
  let inClass = false
  for (let i = at; i < end; i++) {
    const byte = bytes[i]
    if (byte === LF) return -1
    if (byte === BACKSLASH) i++
    else if (byte === 0x5b) inClass = true
    else if (byte === 0x5d) inClass = false
    else if (byte === SLASH && !inClass) return i
  }
  return -1
}
