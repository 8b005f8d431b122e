import { BACKSLASH, LF } from './bytes.ts'
import { languageOfText } from './language-of.ts'
import { lexStretches } from './lex.ts'
import { readingRules, type ReadingRules } from './reading-rules.ts'
import type { Passage, Tokens } from './tokens.ts'

/** Less text in quotes than this is messages: nobody's work. */
const LEAST_TEXT = 200
const SPACE = 0x20
const escapedBlanks = new Set(Buffer.from('nrt'))

/**
 * Reads what a file holds besides its own code: code in comments by the file's rules, texts in quotes as what they
 * look like (a query, a page, code, prose). The tokens just read give way to those of the passages.
 *
 * @returns the bytes that the tokens point into: the file with the comment marks and escapes of its passages blanked,
 * so that offsets and lines stay true; undefined when there is nothing to read
 */
export function readPassages(bytes: Uint8Array, rules: ReadingRules, tokens: Tokens): Uint8Array | undefined {
  const texts = tokens.passages.filter(({ what }) => what === 'text in quotes')
  const isMessages = texts.reduce((sum, { start, end }) => sum + end - start, 0) < LEAST_TEXT
  const passages = tokens.passages.filter(({ what }) => what === 'code in a comment' || !isMessages)
  if (passages.length === 0) return undefined
  const clean = new Uint8Array(bytes)
  const stretches = passages.map((passage) => {
    const { start, end } = passage
    if (passage.what === 'code in a comment') blankMarks(clean, passage, rules)
    else blankEscapes(clean, passage)
    const isText = passage.what === 'text in quotes'
    return { start, end, rules: isText ? readingRules(languageOfText(clean.subarray(start, end))) : rules }
  })
  lexStretches(clean, stretches, tokens)
  return clean
}

/** The marks that open and close comments, and those that stand before each of their lines. */
function blankMarks(bytes: Uint8Array, { start, end }: Passage, rules: ReadingRules): void {
  const marks = new Set(Buffer.from('*'))
  for (const mark of [...rules.lineComments, ...rules.blockComments.flat()])
    for (const byte of mark) marks.add(byte)
  let isBeforeText = true
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte === LF) isBeforeText = true
    else if (isBeforeText && marks.has(byte)) bytes[at] = SPACE
    else if (byte > SPACE) isBeforeText = false
  }
  for (const [, close] of rules.blockComments)
    if (Buffer.compare(bytes.subarray(end - close.length, end), close) === 0)
      bytes.fill(SPACE, end - close.length, end)
}

/** `\n` between two words is a blank; before any other character the backslash is not part of the text. */
function blankEscapes(bytes: Uint8Array, { start, end }: Passage): void {
  for (let at = start; at < end - 1; at++) {
    if (bytes[at] !== BACKSLASH) continue
    bytes[at++] = SPACE
    if (escapedBlanks.has(bytes[at]!)) bytes[at] = SPACE
  }
}
