import { mix } from './hash.ts'

/**
 * What a token is, as far as copying goes. `;`, `,`, `.`, brackets and the colon after a key are read but never
 * stored: formatters add and remove them.
 */
export const Kind = {
  /** An operator. */
  operator: 0,
  /** A keyword that minifiers and compilers rewrite (`if`, `return`, `function`). */
  keyword: 1,
  /** A keyword that survives them (`throw`, `await`, `new`). */
  lastingKeyword: 2,
  /** `const`, `export`, `public`: says how something is declared, not what is done. */
  declarer: 3,
  /** An identifier that renaming may change. */
  name: 4,
  /** A member or key: `.name`, `{ name: … }`. */
  property: 5,
  /** `{ name }`: a key and an identifier in one. */
  shorthand: 6,
  /** An identifier of the platform (`Math`, `console`). */
  global: 7,
  /** The text between quotes, a template's chunk, a regular expression. */
  string: 8,
  number: 9,
  /** A word of an import, re-export or include: lists of what is used, not the work itself. */
  import: 10,
  /** What module formats add around a name (`exports.`, `util_1.`). */
  scaffold: 11,
  /** The path or name in quotes that an import ends with. */
  importText: 12,
} as const

export type Kind = (typeof Kind)[keyof typeof Kind]

/** A stretch of a file that may hold a text of its own, by the offsets of its bytes. */
export interface Passage {
  what: 'code in a comment' | 'text in quotes'
  start: number
  end: number
}

/** A growing list of tokens in parallel arrays; refilled for each file, so that lexing allocates nothing. */
export class Tokens {
  count = 0
  /** Comments that look like code put out of use, and long texts; in order. They are not read unless asked for. */
  readonly passages: Passage[] = []
  /** Bytes between quotes. */
  quoted = 0
  /** There is a long text without a blank, or a long comment on one line: bytes written as text, perhaps. */
  mayHoldData = false
  kind = new Uint8Array(1024)
  /** 32-bit hash of the token's text. */
  hash = new Int32Array(1024)
  /** What channels compare: the hash spread over all bits, another one for a text than for the word it spells. */
  symbol = new Int32Array(1024)
  /** Byte offsets of the text (quotes left out), end exclusive. */
  start = new Int32Array(1024)
  end = new Int32Array(1024)

  /** Makes room for `capacity` tokens, so that `push` never checks; drops what was there. */
  reset(capacity: number): void {
    this.count = 0
    this.passages.length = 0
    this.quoted = 0
    this.mayHoldData = false
    if (capacity <= this.kind.length) return
    this.kind = new Uint8Array(capacity)
    this.hash = new Int32Array(capacity)
    this.symbol = new Int32Array(capacity)
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
  }

  push(kind: Kind, hash: number, start: number, end: number): void {
    const at = this.count++
    this.kind[at] = kind
    this.hash[at] = hash
    this.start[at] = start
    this.end[at] = end
  }

  /** Makes the symbols, once all kinds are known. */
  finish(): void {
    const { count, kind, hash, symbol } = this
    for (let i = 0; i < count; i++) {
      const one = kind[i]!
      symbol[i] = mix(one === Kind.string || one === Kind.importText ? hash[i]! ^ TEXT : hash[i]!)
    }
  }
}

const TEXT = 0x14057b7e
