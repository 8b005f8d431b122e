import { WordKinds, type Language, type Quote } from './language.ts'

/** What the lexer does at a byte. */
export const Byte = {
  // Letters and digits come first: one comparison tells what belongs to a word.
  letter: 0,
  digit: 1,
  blank: 2,
  operator: 3,
  quote: 4,
  open: 5,
  close: 6,
  separator: 7,
  ignored: 8,
  /** May begin a comment, a regular expression, or be an operator. */
  commentOrOperator: 9,
} as const

/** A language made ready for reading: one table lookup a byte. */
export interface ReadingRules {
  byteClass: Uint8Array
  /** What each byte opens as a quote. */
  quotes: readonly (Quote | undefined)[]
  lineComments: Uint8Array[]
  blockComments: (readonly [open: Uint8Array, close: Uint8Array])[]
  words: WordKinds
  language: Language
  /** Identifiers may be renamed: this is code, not words. */
  renamable: boolean
  ecmascript: boolean
  /** `::` and `->` lead to members. */
  doubleColon: boolean
  arrow: boolean
}

const prepared = new WeakMap<Language, ReadingRules>()

/** Rules are derived once per language: a language never changes. */
export function readingRules(language: Language): ReadingRules {
  let rules = prepared.get(language)
  if (!rules) {
    rules = prepare(language)
    prepared.set(language, rules)
  }
  return rules
}

function prepare(language: Language): ReadingRules {
  const byteClass = new Uint8Array(256).fill(Byte.operator)
  const set = (text: string, value: number) => {
    for (const byte of Buffer.from(text, 'latin1')) byteClass[byte] = value
  }
  for (let byte = 0; byte <= 0x20; byte++) byteClass[byte] = Byte.blank
  byteClass[0x7f] = Byte.blank
  for (let byte = 0x80; byte < 0x100; byte++) byteClass[byte] = Byte.letter
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', Byte.letter)
  set('0123456789', Byte.digit)
  set('([{', Byte.open)
  set(')]}', Byte.close)
  set(',;', Byte.separator)
  // `#`, `@` and `\` decorate words; a quote that opens nothing is an apostrophe.
  set('\\@#"\'`', Byte.ignored)
  // Among words, every mark is layout: a table redrawn or a list re-bulleted is the same text.
  if (language.names === 'kept') set('!$%&*+-./:<=>?^|~', Byte.ignored)
  set(language.wordCharacters ?? '', Byte.letter)
  if (language.names === 'renamable') set('.', Byte.operator)
  const comments = [...language.lineComments, ...language.blockComments.map(([open]) => open)]
  if (language.regex) comments.push('/')
  for (const opener of comments) set(opener[0]!, Byte.commentOrOperator)
  for (const quote of Object.keys(language.quotes)) set(quote, Byte.quote)
  const quotes = new Map(Object.entries(language.quotes).map(([quote, kind]) => [quote.charCodeAt(0), kind]))
  return {
    byteClass,
    quotes: Array.from({ length: 256 }, (_, byte) => quotes.get(byte)),
    lineComments: language.lineComments.map((text) => Buffer.from(text)),
    blockComments: language.blockComments.map(([open, close]) => [Buffer.from(open), Buffer.from(close)]),
    words: new WordKinds(language),
    language,
    renamable: language.names === 'renamable',
    ecmascript: language.regex === true,
    doubleColon: language.memberOperators?.includes('::') ?? false,
    arrow: language.memberOperators?.includes('->') ?? false,
  }
}
