import { LF, SLASH } from './bytes.ts'
import { endOfComment, hasMark, holdsCode } from './lex-context.ts'
import { readClosing, readOpening, readOperator, readSeparator } from './read-mark.ts'
import { readQuoted, readRegex } from './read-quoted.ts'
import { readNumber, readWord } from './read-word.ts'
import { Importing, Reader } from './reader.ts'
import { Byte, type ReadingRules } from './reading-rules.ts'
import type { Tokens } from './tokens.ts'

/**
 * Reads source text into tokens in one pass over its bytes. It knows no grammar, so that half a file, a broken
 * one or one that is not what its name says is read just as well. Never throws; linear in the input.
 *
 * @param tokens is emptied first; offsets are into `bytes`
 * @param commentedCode comments that hold code put out of use are counted (`tokens.commentedCode`), or read
 */
export function lex(
  bytes: Uint8Array,
  start: number,
  end: number,
  rules: ReadingRules,
  tokens: Tokens,
  commentedCode: 'skip' | 'read' = 'skip',
): void {
  tokens.reset(end - start + 2)
  const { byteClass } = rules
  const reader = new Reader(rules, tokens, bytes, hasMark(bytes, start, end) ? start + 3 : start, end)
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
        if (passComment(reader, commentedCode)) break
        if (byte === SLASH && rules.ecmascript && readRegex(reader)) break
        if (rules.renamable) readOperator(reader, byte)
        else reader.at++
        break
      default:
        readOperator(reader, byte)
    }
  }
  tokens.finish()
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

/** Passes the comment that begins here, if one does. */
function passComment(reader: Reader, commentedCode: 'skip' | 'read'): boolean {
  const { bytes, at, end, tokens } = reader
  const past = endOfComment(bytes, at, end, reader.rules, reader.patience)
  if (past < 0) reader.patience--
  if (past <= 0) return false
  const isCode = holdsCode(bytes, at, past)
  if (isCode) tokens.commentedCode++
  reader.at = isCode && commentedCode === 'read' ? at + 2 : past
  return true
}
