import { LF } from '../../fingerprint/bytes.ts'
import { hashBytes } from '../../fingerprint/hash.ts'
import { endOfComment } from '../../fingerprint/lex-context.ts'
import { Byte, type ReadingRules } from '../../fingerprint/reading-rules.ts'
import { Kind, type Tokens } from '../../fingerprint/tokens.ts'

/** Fewer words are a label, a mark or a switch of some tool. */
const LEAST_WORDS = 5
const LEAST_LETTERS = 24
const marks = new Set(Buffer.from('*/#-<!;% \t\r'))

/** Where a text holds code, in bytes: a comment whose beginning or end was cut off lies outside. */
export interface CodePart {
  start: number
  end: number
}

/**
 * The lines of comments that say something, each as one token, in order. A sentence in a comment is copied as it
 * stands: formatters, compilers and renaming leave it alone. Half a file ends, or begins, in the middle of a comment.
 * @param tokens the text's, as the lexer left them: comments lie between them
 * @param lines is emptied first
 */
export function readCommentLines(
  bytes: Uint8Array,
  rules: ReadingRules,
  tokens: Tokens,
  lines: Tokens,
): CodePart {
  lines.reset(Math.ceil(bytes.length / LEAST_LETTERS) + 2)
  const start = endOfCutComment(bytes, rules)
  pushLines(bytes, 0, start, lines)
  const end = readBetween(bytes, rules, tokens, lines, start)
  pushLines(bytes, end, bytes.length, lines)
  lines.finish()
  return { start, end }
}

/** Past the mark that closes a comment which was opened before the text begins; 0 when there is none. */
function endOfCutComment(bytes: Uint8Array, { blockComments }: ReadingRules): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [open, close] of blockComments) {
    const closing = text.indexOf(close)
    if (closing < 0) continue
    const opening = text.indexOf(open)
    if (opening < 0 || closing < opening) return closing + close.length
  }
  return 0
}

/** Answers with where a comment begins that never ends, or with the end of the text. */
function readBetween(
  bytes: Uint8Array,
  rules: ReadingRules,
  tokens: Tokens,
  lines: Tokens,
  from: number,
): number {
  const { start, end, kind, count } = tokens
  let at = from
  for (let next = 0; next <= count; next++) {
    const stop = next < count ? start[next]! : bytes.length
    // A comment that never ends was read as operators and words: it begins where a token does.
    const mayBegin = next < count && kind[next] === Kind.operator && mayBeginComment(bytes[stop]!, rules)
    if (stop - at >= LEAST_LETTERS || mayBegin) {
      for (const last = mayBegin ? stop : stop - 1; at <= last;) {
        const past = mayBeginComment(bytes[at]!, rules) ? endOfComment(bytes, at, bytes.length, rules, 1) : 0
        if (past < 0) return at
        if (past > 0) pushLines(bytes, at, past, lines)
        at = past > 0 ? past : at + 1
      }
    }
    if (next < count && end[next]! > at) at = end[next]!
  }
  return bytes.length
}

function mayBeginComment(byte: number, { byteClass }: ReadingRules): boolean {
  return byteClass[byte] === Byte.commentOrOperator
}

function pushLines(bytes: Uint8Array, from: number, to: number, lines: Tokens): void {
  for (let at = from; at < to;) {
    const found = bytes.indexOf(LF, at)
    const past = found < 0 || found > to ? to : found
    let [start, end] = [at, past]
    while (start < end && marks.has(bytes[start]!)) start++
    while (start < end && marks.has(bytes[end - 1]!)) end--
    if (saysSomething(bytes, start, end)) lines.push(Kind.property, hashBytes(bytes, start, end), start, end)
    at = past + 1
  }
}

function saysSomething(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0
  let words = 0
  let isInWord = false
  for (let at = start; at < end; at++) {
    const isLetter = bytes[at]! >= 0x80 || ((bytes[at]! | 0x20) >= 0x61 && (bytes[at]! | 0x20) <= 0x7a)
    if (isLetter) letters++
    if (isLetter && !isInWord) words++
    isInWord = isLetter
  }
  return words >= LEAST_WORDS && letters >= LEAST_LETTERS
}
