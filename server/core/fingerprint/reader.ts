import { COMMA, OPEN_BRACE } from './bytes.ts'
import { START } from './lex-context.ts'
import type { ReadingRules } from './reading-rules.ts'
import { Kind, type Tokens } from './tokens.ts'

/** A delimiter whose end is missing costs a scan to the end; after this many they are read as marks. */
const PATIENCE = 16
/** Deeper brackets are not told apart: a nesting bomb is not read for its keys. */
const DEPTH = 512

/** What ends the import that is being read. */
export const Importing = { no: 0, untilText: 1, untilLine: 2, untilBrace: 3 } as const
export type Importing = (typeof Importing)[keyof typeof Importing]

/** Longer lists are no imports: something else was taken for one. */
const LONGEST_IMPORT = 4096

/** Where the lexer stands and what it remembers: a few numbers, so that no token costs an allocation. */
export class Reader {
  at: number
  /** The last byte that is no blank and no part of a word; WORD after a word or a text. */
  before: number = START
  /** The token that `:` would make a key, and `,` or `}` a shorthand; -1 when there is none. */
  keyAt = -1
  depth = 0
  patience = PATIENCE
  importing: Importing = Importing.no
  importDepth = 0
  /** How many tokens there were when the last list of exports closed: `from` may follow. */
  exportListAt = -1
  readonly rules: ReadingRules
  readonly tokens: Tokens
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  private importStart = 0
  /** Open brackets; for the `{` of a template's `${`, the backtick. */
  private readonly brackets = new Uint8Array(DEPTH)

  constructor(rules: ReadingRules, tokens: Tokens, bytes: Uint8Array, start: number, end: number) {
    this.rules = rules
    this.tokens = tokens
    this.bytes = bytes
    this.at = start
    this.start = start
    this.end = end
  }

  beginImport(until: Importing): void {
    this.importing = until
    this.importDepth = this.depth
    this.importStart = this.tokens.count
  }

  endLongImport(): void {
    if (this.tokens.count - this.importStart > LONGEST_IMPORT) this.importing = Importing.no
  }

  open(bracket: number): void {
    if (this.depth < DEPTH) this.brackets[this.depth] = bracket
    this.depth++
  }

  /** The bracket that closes, 0 when it is not known. */
  close(): number {
    if (this.depth > 0) this.depth--
    if (this.depth >= DEPTH) return 0
    const bracket = this.brackets[this.depth]!
    this.brackets[this.depth] = 0
    return bracket
  }

  /** Whether a word or a text that begins here may be the key of an object. */
  mayBeginKey(before: number): boolean {
    return (
      this.depth > 0 &&
      (before === OPEN_BRACE || before === COMMA) &&
      this.brackets[this.depth < DEPTH ? this.depth - 1 : DEPTH - 1] === OPEN_BRACE
    )
  }

  /** The name just read stands alone between commas or braces: `{ name }`. */
  endShorthand(): void {
    const { keyAt, tokens } = this
    if (keyAt >= 0 && keyAt === tokens.count - 1 && tokens.kind[keyAt] === Kind.name)
      tokens.kind[keyAt] = Kind.shorthand
  }
}
