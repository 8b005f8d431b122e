import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOT,
  EQUALS,
  GREATER,
  LF,
  MINUS,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  SEMICOLON,
  ZERO,
} from './bytes.ts'
import { hashBytes } from './hash.ts'
import { hashWord } from './language.ts'
import type { ReadingRules } from './reading-rules.ts'
import * as scan from './scan.ts'
import { Kind, type Tokens } from './tokens.ts'

/** What surrounds a byte decides what it means; each question here looks no farther than it must. */

export const WORD = 1
export const START = 0
const hashExports = hashWord('exports')
export const hashFrom = hashWord('from')
export const hashImport = hashWord('import')

/** A byte order mark is no part of the first word. */
export function hasMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf
}

const isDoubled = new Uint8Array(256)
for (const byte of Buffer.from('&|+-<*?=')) isDoubled[byte] = 1

export function isSecondOfOperator(first: number, second: number): boolean {
  if (second === EQUALS) return first !== OPEN_BRACE
  if (second === GREATER) return first === EQUALS || first === MINUS || first === GREATER
  return second === first && isDoubled[first] === 1
}

/** Whether nothing but an identifier's statement lies before: imports are not calls or members. */
export function beginsStatement(
  bytes: Uint8Array,
  start: number,
  at: number,
  before: number,
  count: number,
  exportListAt: number,
  hash: number,
): boolean {
  if (hash === hashFrom && exportListAt === count) return true
  if (before === START || before === SEMICOLON || before === CLOSE_BRACE || before === OPEN_BRACE) return true
  for (let i = at - 1; i >= start; i--) {
    const byte = bytes[i]
    if (byte === LF) return true
    // C's `#include`
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x23) return false
  }
  return true
}

export function isCall(bytes: Uint8Array, at: number, end: number): boolean {
  const next = bytes[scanBlank(bytes, at, end)]
  // Go's `import (` stands apart from its parenthesis; a call does not.
  return (next === OPEN_PARENTHESIS && bytes[at] === OPEN_PARENTHESIS) || next === DOT || next === EQUALS
}

export function scanBlank(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i]! <= 0x20) i++
  return i
}

/** `exports.x`, `util_1.x`, `import_util.x`: how module formats write `x`. */
export function isScaffold(bytes: Uint8Array, from: number, at: number, next: number, hash: number): boolean {
  if (next !== DOT || bytes[at + 1] === DOT) return false
  if (hash === hashExports) return true
  const last = bytes[at - 1]!
  if (last >= 0x31 && last <= 0x39 && bytes[at - 2] === 0x5f) return true
  return bytes[from] === 0x69 && bytes[from + 6] === 0x5f && hashBytes(bytes, from, from + 6) === hashImport
}

/** The comma after a lone `0` that follows `(`. */
export function isDetachedCall(bytes: Uint8Array, tokens: Tokens, comma: number): boolean {
  const last = tokens.count - 1
  if (last < 0 || tokens.kind[last] !== Kind.number) return false
  const at = tokens.start[last]!
  return (
    tokens.end[last]! - at === 1 &&
    bytes[at] === ZERO &&
    bytes[at - 1] === OPEN_PARENTHESIS &&
    comma === at + 1
  )
}

export function isExponent(bytes: Uint8Array, from: number, at: number): boolean {
  const letter = bytes[at - 1]! | 0x20
  return letter === 0x65 && bytes[from + 1] !== 0x78 && bytes[from + 1] !== 0x58
}

/** A `/` after a value divides. */
export function mayBeginRegex(before: number, tokens: Tokens): boolean {
  if (before === CLOSE_PARENTHESIS || before === CLOSE_BRACKET || before === CLOSE_BRACE) return false
  if (before !== WORD) return true
  const kind = tokens.count > 0 ? tokens.kind[tokens.count - 1] : undefined
  return kind === Kind.keyword || kind === Kind.lastingKeyword
}

/** Where the closing quotes begin; -1 when none open here, -2 when they never close. */
export function endOfTripleText(bytes: Uint8Array, at: number, end: number): number {
  const quote = bytes[at]!
  if (bytes[at + 1] !== quote || bytes[at + 2] !== quote || at + 5 >= end) return -1
  for (let i = at + 3; i + 2 < end; i++) {
    const byte = bytes[i]
    if (byte === 0x5c) i++
    else if (byte === quote && bytes[i + 1] === quote && bytes[i + 2] === quote) return i
  }
  return -2
}

/** A shorter comment holds no function. */
const SHORT_COMMENT = 300
/** An example in a documentation comment is shorter. */
const CODE_LINES = 8
const endsLineOfCode = new Uint8Array(256)
for (const byte of Buffer.from(';{}(),')) endsLineOfCode[byte] = 1

/** Whether lines end as those of code do. */
export function holdsCode(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from <= SHORT_COMMENT) return false
  let lines = 0
  for (let i = from + 1; i < to; i++)
    if (bytes[i] === LF && endsLineOfCode[bytes[i - 1]!] === 1 && ++lines >= CODE_LINES) return true
  return false
}

/** Where the line ends on which a comment begins here; 0 when none does. */
export function endOfLineComment(bytes: Uint8Array, at: number, end: number, rules: ReadingRules): number {
  for (const open of rules.lineComments)
    if (scan.startsWith(bytes, at, end, open)) return scan.endOfLine(bytes, at, end)
  return 0
}

/** Past the comment that begins here; 0 when none does, -1 when one does and never ends. */
export function endOfComment(
  bytes: Uint8Array,
  at: number,
  end: number,
  rules: ReadingRules,
  patience: number,
): number {
  const line = endOfLineComment(bytes, at, end, rules)
  if (line > 0) return line
  for (const [open, close] of rules.blockComments) {
    if (!scan.startsWith(bytes, at, end, open)) continue
    if (patience <= 0) return -1
    const from = at + open.length
    const found = rules.language.nestedComments
      ? scan.endOfNestedComment(bytes, from, end, open, close)
      : scan.indexOf(bytes, close, from, end)
    return found < 0 ? -1 : found + close.length
  }
  return 0
}

/** A search that fails within a line costs little, unless somebody made the line long. */
const LONG_LINE = 4096

export function isLongLine(bytes: Uint8Array, at: number, end: number): boolean {
  const stop = Math.min(end, at + LONG_LINE)
  for (let i = at; i < stop; i++) if (bytes[i] === LF) return false
  return stop < end
}
