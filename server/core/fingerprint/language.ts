import { Kind } from './tokens.ts'
import { hashBytes } from './hash.ts'

/** What a quote opens. */
export type Quote =
  /** text up to the same quote on the same line, `\` escapes */
  | 'line'
  /** the same over several lines */
  | 'text'
  /** over several lines, no escapes */
  | 'raw'
  /** one character; a lone quote means something else (Rust's lifetimes, an apostrophe) */
  | 'character'
  /** a template with `${…}` inside */
  | 'template'

/** What the lexer must know of a language: comments, quotes and words. Nothing of its grammar. */
export interface Language {
  name: string
  lineComments: readonly string[]
  blockComments: readonly (readonly [open: string, close: string])[]
  nestedComments?: true
  quotes: Readonly<Partial<Record<'"' | "'" | '`', Quote>>>
  /** `"""` or `'''` opens text over several lines; alone in a statement it is documentation. */
  tripleQuotes?: true
  /** `/` may open a regular expression. */
  regex?: true
  /** What besides `.` leads to a member. */
  memberOperators?: readonly ('->' | '::')[]
  /** Characters that belong to words besides letters, digits, `_` and everything beyond ASCII. */
  wordCharacters?: string
  /** Kept: words carry the content (prose, markup, configuration). Renamable: identifiers may be renamed. */
  names: 'renamable' | 'kept'
  keywords?: string
  lastingKeywords?: string
  declarers?: string
  globals?: string
  /** Words that begin an import at the start of a statement. */
  imports?: string
  /** The import ends with the module's name in quotes (ECMAScript), otherwise with the line or `;`. */
  importEndsWithText?: true
}

const SLOTS = 2048

/** The kinds of a language's own words, by the hash of their text. */
export class WordKinds {
  private readonly hashes = new Int32Array(SLOTS)
  private readonly kinds = new Uint8Array(SLOTS)

  constructor(language: Language) {
    this.add(language.imports, Kind.import)
    this.add(language.declarers, Kind.declarer)
    this.add(language.lastingKeywords, Kind.lastingKeyword)
    this.add(language.keywords, Kind.keyword)
    this.add(language.globals, Kind.global)
  }

  /** `Kind.name` for what is no word of the language. */
  of(hash: number): Kind {
    let slot = hash & (SLOTS - 1)
    for (let other = this.hashes[slot]!; other !== 0; other = this.hashes[slot]!) {
      if (other === hash) return this.kinds[slot] as Kind
      slot = (slot + 1) & (SLOTS - 1)
    }
    return Kind.name
  }

  /** A word given twice keeps the kind given first. */
  private add(words: string | undefined, kind: Kind): void {
    for (const word of (words ?? '').split(' ').filter(Boolean)) {
      const hash = hashWord(word)
      let slot = hash & (SLOTS - 1)
      while (this.hashes[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
      if (this.hashes[slot] === hash) continue
      this.hashes[slot] = hash
      this.kinds[slot] = kind
    }
  }
}

export function hashWord(word: string): number {
  const bytes = Buffer.from(word)
  return hashBytes(bytes, 0, bytes.length)
}
