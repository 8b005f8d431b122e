import { DOT, MINUS, OPEN_BRACE, PLUS, STAR } from './bytes.ts'
import { hashNumber } from './canonical-number.ts'
import { HASH_START, HASH_STEP } from './hash.ts'
import { hashWord } from './language.ts'
import {
  WORD,
  beginsStatement,
  hashFrom,
  hashImport,
  isCall,
  isExponent,
  isScaffold,
  scanBlank,
} from './lex-context.ts'
import { Importing, type Reader } from './reader.ts'
import { Byte } from './reading-rules.ts'
import { Kind } from './tokens.ts'

const hashExport = hashWord('export')

/** Reads the word that begins here and says what it is by what surrounds it. */
export function readWord(reader: Reader): void {
  const { bytes, end, rules, tokens, before } = reader
  const { byteClass } = rules
  const from = reader.at
  let at = from
  let hash = HASH_START
  let next = bytes[at]!
  do {
    hash = Math.imul(hash ^ next, HASH_STEP)
    next = ++at < end ? bytes[at]! : 0
  } while (byteClass[next]! <= Byte.digit)
  reader.at = at
  let kind: Kind = Kind.property
  if (rules.renamable) {
    if (reader.importing !== Importing.no) kind = Kind.import
    else if (before !== DOT) kind = kindOfWord(reader, from, hash, next)
  }
  if (kind === Kind.scaffold) {
    // `exports.name` is `name`: the member's dot must not make a property of it.
    reader.at = scanBlank(bytes, at, end) + 1
    reader.before = WORD
    reader.keyAt = -1
    tokens.push(Kind.scaffold, hash, from, from)
    return
  }
  reader.keyAt = rules.ecmascript && reader.mayBeginKey(before) ? tokens.count : -1
  reader.before = WORD
  tokens.push(kind, hash, from, at)
  if (reader.importing !== Importing.no) reader.endLongImport()
}

/** The kind of a word that no dot leads to; begins an import where the word does. */
function kindOfWord(reader: Reader, from: number, hash: number, next: number): Kind {
  const { bytes, start, at, end, before, tokens, rules } = reader
  const known = rules.words.of(hash)
  if (known === Kind.import) {
    const begins =
      beginsStatement(bytes, start, from, before, tokens.count, reader.exportListAt, hash) &&
      !isCall(bytes, at, end)
    if (!begins) return Kind.name
    reader.beginImport(
      rules.language.importEndsWithText && hash === hashImport ? Importing.untilText : Importing.untilLine,
    )
    return Kind.import
  }
  if (!rules.ecmascript) return known
  if (hash === hashExport) {
    const follower = bytes[scanBlank(bytes, at, end)]
    if (follower !== OPEN_BRACE && follower !== STAR) return known
    reader.beginImport(follower === STAR ? Importing.untilText : Importing.untilBrace)
    return Kind.import
  }
  if (hash === hashFrom && reader.exportListAt === tokens.count) {
    reader.beginImport(Importing.untilText)
    return Kind.import
  }
  return known === Kind.name && isScaffold(bytes, from, at, next, hash) ? Kind.scaffold : known
}

/** Reads a number with its radix, fraction, exponent and suffix. */
export function readNumber(reader: Reader): void {
  const { bytes, end, tokens } = reader
  const { byteClass } = reader.rules
  const from = reader.at
  let at = from + 1
  while (at < end) {
    const next = bytes[at]!
    if (byteClass[next]! <= Byte.digit || next === DOT) at++
    else if ((next === PLUS || next === MINUS) && isExponent(bytes, from, at)) at++
    else break
  }
  tokens.push(
    reader.importing === Importing.no ? Kind.number : Kind.import,
    hashNumber(bytes, from, at),
    from,
    at,
  )
  reader.at = at
  reader.before = WORD
  reader.keyAt = -1
}
