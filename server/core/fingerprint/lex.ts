import { HASH_START, HASH_STEP, hashBytes } from './hash.ts'
import { hashWord } from './language.ts'
import { Byte, type ReadingRules } from './reading-rules.ts'
import * as scan from './scan.ts'
import { hashText } from './text-hash.ts'
import { Kind, type Tokens } from './tokens.ts'

const LF = 0x0a
const DOLLAR = 0x24
const STAR = 0x2a
const PLUS = 0x2b
const COMMA = 0x2c
const MINUS = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const ZERO = 0x30
const COLON = 0x3a
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f
const OPEN_BRACE = 0x7b
const OPEN_PARENTHESIS = 0x28
const CLOSE_PARENTHESIS = 0x29
const CLOSE_BRACKET = 0x5d
const CLOSE_BRACE = 0x7d
const SEMICOLON = 0x3b
const BACKTICK = 0x60

/** Stands for "a word or a text" where the lexer remembers what came before. */
const WORD = 1
/** Where a statement begins. */
const START = 0

/** A delimiter whose end is missing costs a scan to the end; after this many they are read as marks. */
const PATIENCE = 16
/** Deeper brackets are not told apart: a nesting bomb is not read for its keys. */
const DEPTH = 512
const LONGEST_IMPORT = 4096

const hashExports = hashWord('exports')
const hashExport = hashWord('export')
const hashFrom = hashWord('from')
const hashImport = hashWord('import')

const noImport = 0
const untilText = 1
const untilLine = 2
const untilBrace = 3

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
  const { byteClass, words, language } = rules
  const renamable = language.names === 'renamable'
  const ecmascript = language.regex === true
  const doubleColon = language.memberOperators?.includes('::') ?? false
  const arrow = language.memberOperators?.includes('->') ?? false
  /** Open brackets; for `{` of a template's `${`, the backtick. */
  const brackets = new Uint8Array(DEPTH)
  let depth = 0
  let patience = PATIENCE
  /** The last byte that is no blank and no part of a word; WORD after a word. */
  let before = START
  /** The token that `:` would make a key and `,` or `}` a shorthand. */
  let keyAt = -1
  let importing = noImport
  let importDepth = 0
  let importStart = 0
  let exportListAt = -1
  let at = hasMark(bytes, start, end) ? start + 3 : start

  while (at < end) {
    const byte = bytes[at]!
    switch (byteClass[byte]!) {
      case Byte.blank: {
        if (byte === LF && importing === untilLine && depth <= importDepth) importing = noImport
        at++
        continue
      }
      case Byte.letter: {
        const from = at
        let hash = HASH_START
        let next = byte
        do {
          hash = Math.imul(hash ^ next, HASH_STEP)
          next = ++at < end ? bytes[at]! : 0
        } while (byteClass[next] === Byte.letter || byteClass[next] === Byte.digit)
        let kind: Kind = Kind.name
        if (!renamable) kind = Kind.property
        else if (importing !== noImport) kind = Kind.import
        else if (before === DOT) kind = Kind.property
        else {
          const known = words.of(hash)
          if (known !== Kind.name) {
            kind = known
            if (known === Kind.import) {
              if (
                beginsStatement(bytes, start, from, before, tokens.count, exportListAt, hash) &&
                !isCall(bytes, at, end)
              ) {
                importing = language.importEndsWithText && hash === hashImport ? untilText : untilLine
                importDepth = depth
                importStart = tokens.count
              } else kind = Kind.name
            }
          } else if (ecmascript && isScaffold(bytes, from, at, next, hash)) kind = Kind.scaffold
          if (ecmascript && hash === hashExport) {
            const follower = scanBlank(bytes, at, end)
            if (bytes[follower] === OPEN_BRACE || bytes[follower] === STAR) {
              importing = bytes[follower] === STAR ? untilText : untilBrace
              importDepth = depth
              importStart = tokens.count
              kind = Kind.import
            }
          } else if (ecmascript && hash === hashFrom && exportListAt === tokens.count) {
            importing = untilText
            importStart = tokens.count
            kind = Kind.import
          }
        }
        if (kind === Kind.scaffold) {
          // `exports.name` is `name`: the member's dot must not make a property of it.
          at = scanBlank(bytes, at, end) + 1
          before = WORD
          tokens.push(Kind.scaffold, hash, from, from)
          keyAt = -1
          continue
        }
        const couldBeKey =
          ecmascript &&
          (before === OPEN_BRACE || before === COMMA) &&
          depth > 0 &&
          brackets[Math.min(depth, DEPTH) - 1] === OPEN_BRACE
        keyAt = couldBeKey ? tokens.count : -1
        tokens.push(kind, hash, from, at)
        before = WORD
        if (importing !== noImport && tokens.count - importStart > LONGEST_IMPORT) importing = noImport
        continue
      }
      case Byte.digit: {
        const from = at++
        while (at < end) {
          const next = bytes[at]!
          const part = byteClass[next]
          if (part === Byte.digit || part === Byte.letter || next === DOT) at++
          else if ((next === PLUS || next === MINUS) && isExponent(bytes, from, at)) at++
          else break
        }
        const kind = importing === noImport ? Kind.number : Kind.import
        tokens.push(kind, hashBytes(bytes, from, at), from, at)
        before = WORD
        keyAt = -1
        continue
      }
      case Byte.quote: {
        const close = language.tripleQuotes ? endOfTripleText(bytes, at, end) : -1
        if (close >= 0) {
          // Text that stands alone is documentation, as a comment is.
          if (before !== START && before !== COLON)
            tokens.push(Kind.string, hashText(bytes, at + 3, close), at + 3, close)
          at = close + 3
          before = WORD
          keyAt = -1
          continue
        }
        const kind = rules.quotes.get(byte)!
        if (kind === 'template') {
          const chunkEnd = patience > 0 ? scan.endOfTemplateChunk(bytes, at + 1, end) : -1
          if (chunkEnd < 0) {
            patience--
            at++
            continue
          }
          if (chunkEnd > at + 1) tokens.push(Kind.string, hashText(bytes, at + 1, chunkEnd), at + 1, chunkEnd)
          if (bytes[chunkEnd] === DOLLAR) {
            if (depth < DEPTH) brackets[depth] = BACKTICK
            depth++
            at = chunkEnd + 2
            before = OPEN_PARENTHESIS
          } else {
            at = chunkEnd + 1
            before = WORD
          }
          keyAt = -1
          continue
        }
        let closing = -1
        if (kind === 'line') closing = scan.endOfLineText(bytes, at + 1, end, byte)
        else if (kind === 'character') closing = scan.endOfCharacter(bytes, at + 1, end, byte)
        else if (patience > 0) {
          closing =
            kind === 'raw'
              ? scan.endOfRawText(bytes, at + 1, end, byte)
              : scan.endOfText(bytes, at + 1, end, byte)
          if (closing < 0) patience--
        }
        if (closing < 0) {
          at++
          continue
        }
        const couldBeKey =
          ecmascript &&
          (before === OPEN_BRACE || before === COMMA) &&
          depth > 0 &&
          brackets[Math.min(depth, DEPTH) - 1] === OPEN_BRACE
        keyAt = couldBeKey ? tokens.count : -1
        tokens.push(
          importing === noImport ? Kind.string : Kind.importText,
          hashText(bytes, at + 1, closing),
          at + 1,
          closing,
        )
        if (importing === untilText) importing = noImport
        at = closing + 1
        before = WORD
        continue
      }
      case Byte.open: {
        if (depth < DEPTH) brackets[depth] = byte
        depth++
        before = byte
        keyAt = -1
        at++
        continue
      }
      case Byte.close: {
        if (depth > 0) depth--
        if (byte === CLOSE_BRACE) {
          if (keyAt === tokens.count - 1 && keyAt >= 0 && tokens.kind[keyAt] === Kind.name)
            tokens.kind[keyAt] = Kind.shorthand
          if (importing === untilBrace) {
            importing = noImport
            exportListAt = tokens.count
          }
          if (depth < DEPTH && brackets[depth] === BACKTICK) {
            brackets[depth] = 0
            const chunkEnd = patience > 0 ? scan.endOfTemplateChunk(bytes, at + 1, end) : -1
            if (chunkEnd < 0) patience--
            else {
              if (chunkEnd > at + 1)
                tokens.push(Kind.string, hashText(bytes, at + 1, chunkEnd), at + 1, chunkEnd)
              if (bytes[chunkEnd] === DOLLAR) {
                brackets[depth] = BACKTICK
                depth++
                at = chunkEnd + 2
                before = OPEN_PARENTHESIS
              } else {
                at = chunkEnd + 1
                before = WORD
              }
              keyAt = -1
              continue
            }
          }
        }
        before = byte
        keyAt = -1
        at++
        continue
      }
      case Byte.separator: {
        if (byte === COMMA) {
          if (keyAt === tokens.count - 1 && keyAt >= 0 && tokens.kind[keyAt] === Kind.name)
            tokens.kind[keyAt] = Kind.shorthand
          // `(0, util.call)(…)`: compilers detach a call from its module object.
          if (ecmascript && before === WORD && isDetachedCall(bytes, tokens, at))
            tokens.kind[tokens.count - 1] = Kind.scaffold
        } else if (importing !== noImport && (importing !== untilBrace || depth <= importDepth))
          importing = noImport
        before = byte
        keyAt = -1
        at++
        continue
      }
      case Byte.ignored: {
        at++
        continue
      }
      case Byte.commentOrOperator: {
        const past = endOfComment(bytes, at, end, rules, patience)
        if (past > 0) {
          const isCode = past - at > SHORT_COMMENT && holdsCode(bytes, at, past)
          if (isCode) tokens.commentedCode++
          at = isCode && commentedCode === 'read' ? at + 2 : past
          continue
        }
        if (past < 0) patience--
        if (ecmascript && byte === SLASH && mayBeginRegex(before, tokens)) {
          const close = scan.endOfRegex(bytes, at + 1, end)
          if (close > at + 1) {
            tokens.push(Kind.string, hashBytes(bytes, at + 1, close), at + 1, close)
            at = close + 1
            while (at < end && byteClass[bytes[at]!] === Byte.letter) at++
            before = WORD
            keyAt = -1
            continue
          }
        }
        if (!renamable) {
          at++
          continue
        }
        break
      }
    }

    // An operator: `===`, `&&=`, `=>`; never two that only stand side by side (`=!`, `=-`).
    if (byte === DOT) {
      before = DOT
      keyAt = -1
      at++
      while (at < end && bytes[at] === DOT) {
        before = START // `...rest` is no member
        at++
      }
      if (before === START) tokens.push(importing === noImport ? Kind.operator : Kind.import, DOT, at - 1, at)
      if (before === START) before = OPEN_PARENTHESIS
      continue
    }
    const from = at++
    const second = at < end ? bytes[at]! : 0
    if (byte === QUESTION && second === DOT && byteClass[bytes[at + 1] ?? 0] !== Byte.digit) {
      before = DOT
      keyAt = -1
      at++
      continue
    }
    if (
      (doubleColon && byte === COLON && second === COLON) ||
      (arrow && byte === MINUS && second === GREATER)
    ) {
      before = DOT
      keyAt = -1
      at++
      continue
    }
    if (byte === COLON && keyAt >= 0 && keyAt === tokens.count - 1) {
      if (importing === noImport) tokens.kind[keyAt] = Kind.property
      keyAt = -1
      before = COLON
      continue
    }
    let hash = Math.imul(HASH_START ^ byte, HASH_STEP)
    if (isSecondOfOperator(byte, second)) {
      hash = Math.imul(hash ^ second, HASH_STEP)
      at++
      const third = at < end ? bytes[at]! : 0
      if (third === EQUALS || (third === byte && second === byte && (byte === GREATER || byte === STAR))) {
        if (second !== GREATER || byte === GREATER) {
          hash = Math.imul(hash ^ third, HASH_STEP)
          at++
        }
      }
    }
    tokens.push(importing === noImport ? Kind.operator : Kind.import, hash, from, at)
    before = byte
    keyAt = -1
  }
}

/** A byte order mark is no part of the first word. */
function hasMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf
}

function isSecondOfOperator(first: number, second: number): boolean {
  if (second === EQUALS) return first !== OPEN_BRACE
  if (second === GREATER) return first === EQUALS || first === MINUS || first === GREATER
  return second === first && '&|+-<*?='.includes(String.fromCharCode(first))
}

/** Whether nothing but an identifier's statement lies before: imports are not calls or members. */
function beginsStatement(
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

function isCall(bytes: Uint8Array, at: number, end: number): boolean {
  const next = bytes[scanBlank(bytes, at, end)]
  // Go's `import (` stands apart from its parenthesis; a call does not.
  return (next === OPEN_PARENTHESIS && bytes[at] === OPEN_PARENTHESIS) || next === DOT || next === EQUALS
}

function scanBlank(bytes: Uint8Array, at: number, end: number): number {
  let i = at
  while (i < end && bytes[i]! <= 0x20) i++
  return i
}

/** `exports.x`, `util_1.x`, `import_util.x`: how module formats write `x`. */
function isScaffold(bytes: Uint8Array, from: number, at: number, next: number, hash: number): boolean {
  if (next !== DOT || bytes[at + 1] === DOT) return false
  if (hash === hashExports) return true
  const last = bytes[at - 1]!
  if (last >= 0x31 && last <= 0x39 && bytes[at - 2] === 0x5f) return true
  return bytes[from] === 0x69 && bytes[from + 6] === 0x5f && hashBytes(bytes, from, from + 6) === hashImport
}

/** The comma after a lone `0` that follows `(`. */
function isDetachedCall(bytes: Uint8Array, tokens: Tokens, comma: number): boolean {
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

function isExponent(bytes: Uint8Array, from: number, at: number): boolean {
  const letter = bytes[at - 1]! | 0x20
  return letter === 0x65 && bytes[from + 1] !== 0x78 && bytes[from + 1] !== 0x58
}

/** A `/` after a value divides. */
function mayBeginRegex(before: number, tokens: Tokens): boolean {
  if (before === CLOSE_PARENTHESIS || before === CLOSE_BRACKET || before === CLOSE_BRACE) return false
  if (before !== WORD) return true
  const kind = tokens.count > 0 ? tokens.kind[tokens.count - 1] : undefined
  return kind === Kind.keyword || kind === Kind.lastingKeyword
}

function endOfTripleText(bytes: Uint8Array, at: number, end: number): number {
  const quote = bytes[at]!
  if (bytes[at + 1] !== quote || bytes[at + 2] !== quote || at + 5 >= end) return -1
  for (let i = at + 3; i + 2 < end; i++) {
    const byte = bytes[i]
    if (byte === 0x5c) i++
    else if (byte === quote && bytes[i + 1] === quote && bytes[i + 2] === quote) return i
  }
  return -1
}

/** A shorter comment holds no function. */
const SHORT_COMMENT = 300
/** An example in a documentation comment is shorter. */
const CODE_LINES = 8
const lineEndsOfCode = new Set(Buffer.from(';{}(),'))

/** Whether lines end as those of code do. */
function holdsCode(bytes: Uint8Array, from: number, to: number): boolean {
  let lines = 0
  for (let i = bytes.indexOf(LF, from); i >= 0 && i < to; i = bytes.indexOf(LF, i + 1))
    if (lineEndsOfCode.has(bytes[i - 1]!) && ++lines >= CODE_LINES) return true
  return false
}

/** Past the comment that begins here; 0 when none does, -1 when one does and never ends. */
function endOfComment(
  bytes: Uint8Array,
  at: number,
  end: number,
  rules: ReadingRules,
  patience: number,
): number {
  for (const open of rules.lineComments)
    if (scan.startsWith(bytes, at, end, open)) return scan.endOfLine(bytes, at, end)
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
