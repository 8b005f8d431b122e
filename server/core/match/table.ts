import { Kind } from '../fingerprint/tokens.ts'
import type { Run } from './extend-seeds.ts'
import { UNKNOWN } from './token-dictionary.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** A run with less of what makes code (operators, keywords, plain names) is a table: keys, texts, numbers. */
const CODE_SHARE = 0.15
/** A run of little but words is prose, a query or a page; a table has a value beside each name. */
const PROSE_SHARE = 0.9

/** A list says the same at least so often … */
const REPEATS = 4
/** … in so many symbols each time, at most … */
const SHORTEST_ENTRY = 3
const LONGEST_ENTRY = 48
/** … and so much of what has a text is the same each time: the rest is what it lists. */
const ALIKE = 0.7
/** In a list of entries no longer than this (`sizes.capstan = 278`), so much of all is. */
const SHORT_ENTRY = 8
/** Two lists that name the same in another order share two or three entries at a time: what stands around them tells. */
const AROUND = 96
/** What compilers make of an export, or of a property, is longer: so many symbols … */
const LONGEST_MADE = 100
/** … which takes more of them around a place to see. */
const AROUND_MADE = 200

/**
 * Whether a run lies where a file says the same of one name after the other
 * (`get edited() { return this.update.edited }`, twenty times over). The names are those of what it lists, an API most
 * often, and who lists the same API writes the same.
 * @param symbols of the file, as a channel sees them, negative where no text counts; the run is from `from` to `to`
 */
export function isListing(symbols: Int32Array, from: number, to: number): boolean {
  return lagsOf(symbols, from, to, SHORTEST_ENTRY, LONGEST_ENTRY).some(
    (entry) =>
      repeatsEvery(entry, symbols, from, to) ||
      repeatsEvery(entry, symbols, from, to + AROUND) ||
      repeatsEvery(entry, symbols, from - AROUND, to) ||
      repeatsEvery(entry, symbols, from - AROUND / 2, to + AROUND / 2),
  )
}

/** The same of a list whose entries are too long for anybody to write one after the other. */
export function isMadeListing(symbols: Int32Array, from: number, to: number): boolean {
  return lagsOf(symbols, from, to, LONGEST_ENTRY + 1, LONGEST_MADE).some((entry) =>
    repeatsEvery(entry, symbols, from - AROUND_MADE, to + AROUND_MADE),
  )
}

/** In how many symbols a stretch says half of it again, before it or after it: most say it nowhere. */
function lagsOf(symbols: Int32Array, from: number, to: number, shortest: number, longest: number): number[] {
  const lags: number[] = []
  for (let lag = shortest; lag <= longest; lag++) {
    let before = 0
    let after = 0
    for (let at = from; at < to; at++) {
      const symbol = symbols[at]!
      if (symbol === UNKNOWN) continue
      if (symbol === symbols[at - lag]) before++
      if (symbol === symbols[at + lag]) after++
    }
    if (Math.max(before, after) * 2 >= to - from) lags.push(lag)
  }
  return lags
}

function repeatsEvery(entry: number, symbols: Int32Array, from: number, to: number): boolean {
  const [first, end] = [Math.max(0, from) + entry, Math.min(to, symbols.length)]
  const length = end - first + entry
  if (length < entry * REPEATS) return false
  let texts = 0
  let alike = 0
  let alikeTexts = 0
  for (let at = first; at < end; at++) {
    const symbol = symbols[at]!
    if (symbol >= 0) texts++
    if (symbol === UNKNOWN || symbol !== symbols[at - entry]) continue
    alike++
    if (symbol >= 0) alikeTexts++
  }
  if (texts * REPEATS < length) return false
  return alikeTexts >= texts * ALIKE || (entry <= SHORT_ENTRY && alike >= (length - entry) * ALIKE)
}

/**
 * Whether a run lies in a table of names and values (paper sizes, error codes, HTML entities), as the candidate
 * has it. Prose is no table: there words are all there is.
 */
export function isTable(kinds: Uint8Array, theirs: VerifiedStream, run: Run): boolean {
  return isTableBetween(kinds, theirs.token[run.candidate]!, theirs.token[run.candidate + run.length - 1]!)
}

/** The same of the tokens from `first` to `last`, by their kinds. */
export function isTableBetween(kinds: Uint8Array, first: number, last: number): boolean {
  let code = 0
  let words = 0
  for (let token = first; token <= last; token++) {
    const kind = kinds[token]
    if (kind === Kind.keyword || kind === Kind.lastingKeyword || kind === Kind.name) code++
    else if (kind === Kind.operator && !isSeparator(kinds, token)) code++
    else if (kind === Kind.property) words++
  }
  const length = last - first + 1
  return words < length * PROSE_SHARE && code < length * CODE_SHARE
}

/** In a table, a shorter entry is a name that many tables hold (sizes, codes, entities), and so is a longer one … */
const NAME = 20
/** … in one word (`NotNestedGreaterGreater;`, a key): only what reads as a text or leads somewhere is one. */
const ONE_WORD = /^[\w$.:;#-]*$/

/** Whether what stands in a table is a text that somebody wrote, and not the name of an entry. */
export function isWritten(entry: string): boolean {
  return countLetters(entry) > NAME && !ONE_WORD.test(entry)
}

/** How many letters a text has, as somebody wrote it: `\u0432` is one. */
function countLetters(text: string): number {
  return text.replace(/\\u\{?[0-9a-f]+\}?|\\x[0-9a-f]{2}/gi, '?').length
}

/** So many values and keys in a row are a table … */
const LONG_ROW = 8
/** … where so many of them are values: members of members are none, nor is prose. */
const VALUES = 0.4

/** Marks 1 what stands in rows of nothing but values and keys, whatever stands around them. */
export function markRows(kinds: Uint8Array): Uint8Array {
  const marks = new Uint8Array(kinds.length)
  for (let from = 0; from < kinds.length; from++) {
    let to = from
    let values = 0
    for (; to < kinds.length && isEntry(kinds, to); to++) if (isValue(kinds[to]!)) values++
    if (to - from >= LONG_ROW && values >= (to - from) * VALUES) marks.fill(1, from, to)
    from = to
  }
  return marks
}

function isEntry(kinds: Uint8Array, at: number): boolean {
  return isValue(kinds[at]!) || kinds[at] === Kind.property || isSeparator(kinds, at)
}

/** A mark between two values keeps them apart (`'berthed' | 'moored'`). */
function isSeparator(kinds: Uint8Array, at: number): boolean {
  return kinds[at] === Kind.operator && isValue(kinds[at - 1] ?? -1) && isValue(kinds[at + 1] ?? -1)
}

function isValue(kind: number): boolean {
  return kind === Kind.string || kind === Kind.number
}
