import { BACKSLASH, BACKTICK, COLON, CR, DOLLAR, LF, OPEN_PARENTHESIS } from './bytes.ts'
import { HASH_START, HASH_STEP, hashBytes } from './hash.ts'
import { START, WORD, endOfTripleText, isLongLine, mayBeginRegex } from './lex-context.ts'
import { Importing, type Reader } from './reader.ts'
import { Byte } from './reading-rules.ts'
import * as scan from './scan.ts'
import { hashText } from './text-hash.ts'
import { Kind } from './tokens.ts'

/** Reads the text that a quote opens; a quote that opens nothing is passed by. */
export function readQuoted(reader: Reader): void {
  const { bytes, at, end, rules } = reader
  const quote = bytes[at]!
  if (rules.language.tripleQuotes && readTripleText(reader)) return
  const kind = rules.quotes[quote]
  if (kind === 'template') {
    if (!readTemplateChunk(reader)) reader.at++
    return
  }
  if (kind === 'line' && readPlainText(reader, quote)) return
  let closing = -1
  if (kind === 'character') closing = scan.endOfCharacter(bytes, at + 1, end, quote)
  else if (reader.patience > 0) {
    if (kind === 'line') closing = scan.endOfLineText(bytes, at + 1, end, quote)
    else if (kind === 'raw') closing = scan.endOfRawText(bytes, at + 1, end, quote)
    else closing = scan.endOfText(bytes, at + 1, end, quote)
    if (closing < 0 && (kind !== 'line' || isLongLine(bytes, at, end))) reader.patience--
  }
  if (closing < 0) reader.at++
  else pushText(reader, hashText(bytes, at + 1, closing), closing)
}

/** Most texts end on their line and hold no escape: found and hashed in one go. */
function readPlainText(reader: Reader, quote: number): boolean {
  const { bytes, at, end } = reader
  let hash = HASH_START
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i]!
    if (byte === quote) {
      pushText(reader, hash, i)
      return true
    }
    if (byte === BACKSLASH || byte === LF || byte === CR || i - at > PLAIN_TEXT) return false
    hash = Math.imul(hash ^ byte, HASH_STEP)
  }
  return false
}

/** Past this, a missing end is looked for with patience. */
const PLAIN_TEXT = 256

function pushText(reader: Reader, hash: number, closing: number): void {
  const { tokens, at, before } = reader
  reader.keyAt = reader.rules.ecmascript && reader.mayBeginKey(before) ? tokens.count : -1
  tokens.push(reader.importing === Importing.no ? Kind.string : Kind.importText, hash, at + 1, closing)
  noteLongText(reader, at + 1, closing)
  if (reader.importing === Importing.untilText) reader.importing = Importing.no
  reader.at = closing + 1
  reader.before = WORD
}

/** A message is shorter, and the same message is the same token already. */
const LONG_TEXT = 64
/** Words are short: what has fewer blanks is data. */
const LONGEST_WORDS = 16

/** A shorter text without a blank is a key, a hash or a picture of a few dots. */
export const DATA = 400

/** A text of many words may be a work of its own: a prompt, a query, a page. */
function noteLongText({ bytes, tokens }: Reader, start: number, end: number): void {
  tokens.quoted += end - start
  if (end - start < LONG_TEXT) return
  let blanks = 0
  for (let at = start; at < end; at++) if (bytes[at]! <= 0x20) blanks++
  if (blanks === 0 && end - start >= DATA) tokens.mayHoldData = true
  if (blanks * LONGEST_WORDS >= end - start) tokens.passages.push({ what: 'text in quotes', start, end })
}

function readTripleText(reader: Reader): boolean {
  const { bytes, at, end, before } = reader
  if (reader.patience <= 0) return false
  const close = endOfTripleText(bytes, at, end)
  if (close === -2) reader.patience--
  if (close < 0) return false
  // Text that stands alone is documentation, as a comment is.
  if (before !== START && before !== COLON) {
    reader.tokens.push(Kind.string, hashText(bytes, at + 3, close), at + 3, close)
    noteLongText(reader, at + 3, close)
  }
  reader.at = close + 3
  reader.before = WORD
  reader.keyAt = -1
  return true
}

/** Reads on in a template, from the backtick or the `}` at hand to the next `${` or the closing backtick, if there is one. */
export function readTemplateChunk(reader: Reader): boolean {
  const { bytes, at, end, tokens } = reader
  const chunkEnd = reader.patience > 0 ? scan.endOfTemplateChunk(bytes, at + 1, end) : -1
  if (chunkEnd < 0) {
    reader.patience--
    return false
  }
  if (chunkEnd > at + 1) {
    tokens.push(Kind.string, hashText(bytes, at + 1, chunkEnd), at + 1, chunkEnd)
    noteLongText(reader, at + 1, chunkEnd)
  }
  if (bytes[chunkEnd] === DOLLAR) {
    reader.open(BACKTICK)
    reader.at = chunkEnd + 2
    reader.before = OPEN_PARENTHESIS
  } else {
    reader.at = chunkEnd + 1
    reader.before = WORD
  }
  reader.keyAt = -1
  return true
}

/** Reads the regular expression that the `/` at hand begins, if it does. */
export function readRegex(reader: Reader): boolean {
  const { bytes, at, end, tokens } = reader
  const { byteClass } = reader.rules
  if (reader.patience <= 0 || !mayBeginRegex(reader.before, tokens)) return false
  const close = scan.endOfRegex(bytes, at + 1, end)
  if (close < 0 && isLongLine(bytes, at, end)) reader.patience--
  if (close <= at + 1) return false
  tokens.push(Kind.string, hashBytes(bytes, at + 1, close), at + 1, close)
  let past = close + 1
  while (past < end && byteClass[bytes[past]!] === Byte.letter) past++
  reader.at = past
  reader.before = WORD
  reader.keyAt = -1
  return true
}
