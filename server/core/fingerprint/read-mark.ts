import {
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  MINUS,
  OPEN_PARENTHESIS,
  QUESTION,
  STAR,
} from './bytes.ts'
import { HASH_START, HASH_STEP } from './hash.ts'
import { WORD, isDetachedCall, isSecondOfOperator } from './lex-context.ts'
import { readTemplateChunk } from './read-quoted.ts'
import { Importing, type Reader } from './reader.ts'
import { Byte } from './reading-rules.ts'
import { Kind } from './tokens.ts'

export function readOpening(reader: Reader, byte: number): void {
  reader.open(byte)
  reader.before = byte
  reader.keyAt = -1
  reader.at++
}

export function readClosing(reader: Reader, byte: number): void {
  const bracket = reader.close()
  if (byte === CLOSE_BRACE) {
    reader.endShorthand()
    if (reader.importing === Importing.untilBrace) {
      reader.importing = Importing.no
      reader.exportListAt = reader.tokens.count
    }
    if (bracket === BACKTICK && readTemplateChunk(reader)) return
  }
  reader.before = byte
  reader.keyAt = -1
  reader.at++
}

/** `,` and `;` are never stored: formatters add and remove them. */
export function readSeparator(reader: Reader, byte: number): void {
  const { bytes, at, tokens } = reader
  if (byte === COMMA) {
    reader.endShorthand()
    // `(0, util.call)(…)`: compilers detach a call from its module object.
    if (reader.rules.ecmascript && reader.before === WORD && isDetachedCall(bytes, tokens, at))
      tokens.kind[tokens.count - 1] = Kind.scaffold
  } else if (
    reader.importing !== Importing.no &&
    (reader.importing !== Importing.untilBrace || reader.depth <= reader.importDepth)
  )
    reader.importing = Importing.no
  reader.before = byte
  reader.keyAt = -1
  reader.at++
}

/** `===`, `&&=`, `=>`; never two operators that only stand side by side (`=!`, `=-`). Dots are never stored. */
export function readOperator(reader: Reader, byte: number): void {
  const { bytes, end, tokens, rules } = reader
  if (byte === DOT) {
    readDots(reader)
    return
  }
  const from = reader.at
  let at = from + 1
  const second = at < end ? bytes[at]! : 0
  const leadsToMember =
    (byte === QUESTION && second === DOT && rules.byteClass[bytes[at + 1] ?? 0] !== Byte.digit) ||
    (rules.doubleColon && byte === COLON && second === COLON) ||
    (rules.arrow && byte === MINUS && second === GREATER)
  if (leadsToMember) {
    reader.before = DOT
    reader.keyAt = -1
    reader.at = at + 1
    return
  }
  const { keyAt } = reader
  reader.keyAt = -1
  if (byte === COLON && keyAt >= 0 && keyAt === tokens.count - 1) {
    if (reader.importing === Importing.no) tokens.kind[keyAt] = Kind.property
    reader.before = COLON
    reader.at = at
    return
  }
  let hash = Math.imul(HASH_START ^ byte, HASH_STEP)
  if (isSecondOfOperator(byte, second)) {
    hash = Math.imul(hash ^ second, HASH_STEP)
    at++
    const third = at < end ? bytes[at]! : 0
    const isThird =
      third === EQUALS || (third === byte && second === byte && (byte === GREATER || byte === STAR))
    if (isThird && (second !== GREATER || byte === GREATER)) {
      hash = Math.imul(hash ^ third, HASH_STEP)
      at++
    }
  }
  tokens.push(reader.importing === Importing.no ? Kind.operator : Kind.import, hash, from, at)
  reader.before = byte
  reader.at = at
}

/** One dot leads to a member; more (`...rest`) are an operator. */
function readDots(reader: Reader): void {
  const { bytes, end, tokens } = reader
  let at = reader.at + 1
  while (at < end && bytes[at] === DOT) at++
  const isSpread = at > reader.at + 1
  if (isSpread) tokens.push(reader.importing === Importing.no ? Kind.operator : Kind.import, DOT, at - 1, at)
  reader.before = isSpread ? OPEN_PARENTHESIS : DOT
  reader.keyAt = -1
  reader.at = at
}
