import {
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  COMMA,
  DOLLAR,
  DOT,
  EQUALS,
  GREATER,
  LF,
  MINUS,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PLUS,
  QUESTION,
  SLASH,
  STAR,
} from './bytes.ts'
import { HASH_START, HASH_STEP, hashBytes } from './hash.ts'
import { hashWord } from './language.ts'
import { Byte, type ReadingRules } from './reading-rules.ts'
import {
  START,
  WORD,
  beginsStatement,
  endOfComment,
  endOfTripleText,
  hasMark,
  hashFrom,
  hashImport,
  holdsCode,
  isCall,
  isDetachedCall,
  isExponent,
  isLongLine,
  isScaffold,
  isSecondOfOperator,
  mayBeginRegex,
  scanBlank,
} from './lex-context.ts'
import * as scan from './scan.ts'
import { hashText } from './text-hash.ts'
import { Kind, type Tokens } from './tokens.ts'

/** Stands for "a word or a text" where the lexer remembers what came before. */
/** Where a statement begins. */

/** A delimiter whose end is missing costs a scan to the end; after this many they are read as marks. */
const PATIENCE = 16
/** Deeper brackets are not told apart: a nesting bomb is not read for its keys. */
const DEPTH = 512
const LONGEST_IMPORT = 4096

const hashExport = hashWord('export')

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
        const close = language.tripleQuotes && patience > 0 ? endOfTripleText(bytes, at, end) : -1
        if (close === -2) patience--
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
        if (kind === 'character') closing = scan.endOfCharacter(bytes, at + 1, end, byte)
        else if (patience > 0) {
          if (kind === 'line') closing = scan.endOfLineText(bytes, at + 1, end, byte)
          else if (kind === 'raw') closing = scan.endOfRawText(bytes, at + 1, end, byte)
          else closing = scan.endOfText(bytes, at + 1, end, byte)
          if (closing < 0 && (kind !== 'line' || isLongLine(bytes, at, end))) patience--
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
          const isCode = holdsCode(bytes, at, past)
          if (isCode) tokens.commentedCode++
          at = isCode && commentedCode === 'read' ? at + 2 : past
          continue
        }
        if (past < 0) patience--
        if (ecmascript && byte === SLASH && patience > 0 && mayBeginRegex(before, tokens)) {
          const close = scan.endOfRegex(bytes, at + 1, end)
          if (close < 0 && isLongLine(bytes, at, end)) patience--
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
