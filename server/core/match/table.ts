import { Kind } from '../fingerprint/tokens.ts'
import type { Run } from './extend-seeds.ts'
import type { VerifiedStream } from './verified-stream.ts'

/** A run with less of what makes code (operators, keywords, plain names) is a table: keys, texts, numbers. */
const CODE_SHARE = 0.15
/** A run of little but words is prose, a query or a page; a table has a value beside each name. */
const PROSE_SHARE = 0.9

/** A list says the same at least so often … */
const REPEATS = 4
/** … in so many symbols each time, at most … */
const LONGEST_ENTRY = 48
/** … and so much of what has a text is the same each time: the rest is what it lists. */
const ALIKE = 0.7
/** Two lists that name the same in another order share two or three entries at a time: what stands around them tells. */
const AROUND = 96
/** More than this in one order is copied, a list or not. */
const LONGEST_SHARED = 128

/**
 * Whether a run lies where a file says the same of one name after the other
 * (`get edited() { return this.update.edited }`, twenty times over). The names are those of what it lists, an API most
 * often, and who lists the same API writes the same.
 * @param symbols of the file, as a channel sees them, negative where no text counts; the run is from `from` to `to`
 */
export function isListing(symbols: Int32Array, from: number, to: number): boolean {
  if (to - from > LONGEST_SHARED) return false
  return (
    repeats(symbols.subarray(from, to)) ||
    repeats(symbols.subarray(from, to + AROUND)) ||
    repeats(symbols.subarray(Math.max(0, from - AROUND), to)) ||
    repeats(symbols.subarray(Math.max(0, from - AROUND / 2), to + AROUND / 2))
  )
}

function repeats(symbols: Int32Array): boolean {
  for (let entry = 3; entry <= Math.min(LONGEST_ENTRY, Math.floor(symbols.length / REPEATS)); entry++) {
    let texts = 0
    let alike = 0
    for (let at = entry; at < symbols.length; at++) {
      if (symbols[at]! < 0) continue
      texts++
      if (symbols[at] === symbols[at - entry]) alike++
    }
    if (texts * REPEATS >= symbols.length && alike >= texts * ALIKE) return true
  }
  return false
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
    if (kind === Kind.operator || kind === Kind.keyword || kind === Kind.lastingKeyword || kind === Kind.name)
      code++
    else if (kind === Kind.property) words++
  }
  const length = last - first + 1
  return words < length * PROSE_SHARE && code < length * CODE_SHARE
}

/** How many letters a text has, as somebody wrote it: `\u0432` is one. */
export function countLetters(text: string): number {
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
    for (; to < kinds.length && (isValue(kinds[to]!) || kinds[to] === Kind.property); to++)
      if (isValue(kinds[to]!)) values++
    if (to - from >= LONG_ROW && values >= (to - from) * VALUES) marks.fill(1, from, to)
    from = to
  }
  return marks
}

function isValue(kind: number): boolean {
  return kind === Kind.string || kind === Kind.number
}
