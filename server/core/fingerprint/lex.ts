import { LF, SLASH } from './bytes.ts'
import { endOfComment, endOfLineComment, hasMark, holdsCode, scanBlank } from './lex-context.ts'
import { readClosing, readOpening, readOperator, readSeparator } from './read-mark.ts'
import { DATA, readQuoted, readRegex } from './read-quoted.ts'
import { readNumber, readWord } from './read-word.ts'
import { Importing, Reader } from './reader.ts'
import { Byte, type ReadingRules } from './reading-rules.ts'
import type { Tokens } from './tokens.ts'

/**
 * Reads source text into tokens in one pass over its bytes. It knows no grammar, so that half a file, a broken
 * one or one that is not what its name says is read just as well. Never throws; linear in the input.
 *
 * @param tokens is emptied first; offsets are into `bytes`
 */
export function lex(
  bytes: Uint8Array,
  start: number,
  end: number,
  rules: ReadingRules,
  tokens: Tokens,
): void {
  tokens.reset(end - start + 2)
  read(new Reader(rules, tokens, bytes, hasMark(bytes, start, end) ? start + 3 : start, end))
  tokens.finish()
}

/** The same for stretches of a file, each by its own rules, in order. */
export function lexStretches(
  bytes: Uint8Array,
  stretches: readonly { start: number; end: number; rules: ReadingRules }[],
  tokens: Tokens,
): void {
  tokens.reset(stretches.reduce((sum, { start, end }) => sum + end - start + 2, 0))
  for (const { start, end, rules } of stretches) read(new Reader(rules, tokens, bytes, start, end))
  tokens.finish()
}

function read(reader: Reader): void {
  const { bytes, end, rules } = reader
  const { byteClass } = rules
  while (reader.at < end) {
    const byte = bytes[reader.at]!
    switch (byteClass[byte]!) {
      case Byte.letter:
        readWord(reader)
        break
      case Byte.digit:
        readNumber(reader)
        break
      case Byte.blank:
        readBlanks(reader)
        break
      case Byte.quote:
        readQuoted(reader)
        break
      case Byte.open:
        readOpening(reader, byte)
        break
      case Byte.close:
        readClosing(reader, byte)
        break
      case Byte.separator:
        readSeparator(reader, byte)
        break
      case Byte.ignored:
        reader.at++
        break
      case Byte.commentOrOperator:
        if (passComment(reader)) break
        if (byte === SLASH && rules.ecmascript && readRegex(reader)) break
        if (rules.renamable) readOperator(reader, byte)
        else reader.at++
        break
      default:
        readOperator(reader, byte)
    }
  }
}

function readBlanks(reader: Reader): void {
  const { bytes, end } = reader
  const { byteClass } = reader.rules
  const endsWithLine = reader.importing === Importing.untilLine && reader.depth <= reader.importDepth
  let at = reader.at
  do {
    if (endsWithLine && bytes[at] === LF) reader.importing = Importing.no
    at++
  } while (at < end && byteClass[bytes[at]!] === Byte.blank)
  reader.at = at
}

/** Passes the comment that begins here, if one does; comments that follow each other line by line are one. */
function passComment(reader: Reader): boolean {
  const { bytes, at, end, rules, tokens } = reader
  let past = endOfComment(bytes, at, end, rules, reader.patience)
  if (past < 0) reader.patience--
  if (past <= 0) return false
  // An inline source map is one line of it.
  if (past - at >= DATA && bytes[at + 1] === SLASH) tokens.mayHoldData = true
  for (let next = past; next > 0; next = endOfLineComment(bytes, scanBlank(bytes, past, end), end, rules))
    past = next
  if (holdsCode(bytes, at, past)) tokens.passages.push({ what: 'code in a comment', start: at, end: past })
  reader.at = past
  return true
}
