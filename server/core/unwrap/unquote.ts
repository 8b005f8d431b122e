import { LF, PLUS } from '../fingerprint/bytes.ts'
import { unescapeText } from '../fingerprint/text-hash.ts'
import { Kind, type Tokens } from '../fingerprint/tokens.ts'
import { InsideWriter, type Inside } from './inside.ts'
import { endOfLine } from './rewrite-lines.ts'

/** A file with fewer bytes in quotes is code of its own; what it quotes is read as passages. */
const MOSTLY_QUOTED = 0.3
/** Less text is messages: nobody's work. */
const LEAST_TEXT = 200
const SHORT_TEXT = 64
/** Programs hold this many marks, and what was escaped holds backslashes; messages and routes hold neither. */
const MARKED = 0.02

const tells = new Uint8Array(256)
for (const byte of Buffer.from(' \t\n\\;{}()=')) tells[byte] = 1
const marks = new Uint8Array(256)
for (const byte of Buffer.from('\\;()=')) marks[byte] = 1

/**
 * What a file consists of that holds others in quotes: a source map, a notebook with a list of lines, an export of
 * chats, a bundle of `eval("…")`, a program that writes another. Escapes are resolved, names and keys left out.
 *
 * @param tokens those of `text`
 */
export function unquote(text: Inside, tokens: Tokens): Inside | undefined {
  if (tokens.quoted < text.bytes.length * MOSTLY_QUOTED || tokens.quoted < LEAST_TEXT) return undefined
  const { bytes } = text
  const out = new InsideWriter(text, tokens.quoted + 1024)
  let last = 0
  let marked = 0
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== Kind.string) continue
    const [start, end] = [tokens.start[token]!, tokens.end[token]!]
    if (!mayBeText(bytes, start, end)) continue
    out.from(start)
    if (out.length > 0 && out.last !== LF && !isContinued(bytes, last, start)) out.put(LF)
    writeText(out, bytes, start, end)
    marked += countMarks(bytes, start, end)
    last = end
  }
  return out.length < LEAST_TEXT || marked < out.length * MARKED ? undefined : out.finish()
}

function countMarks(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (marks[bytes[at]!] === 1) count++
  return count
}

/** A word by itself is a name or a key. */
function mayBeText(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > SHORT_TEXT) return true
  for (let at = start; at < end; at++) if (tells[bytes[at]!] === 1) return true
  return false
}

/** `"one " + "two"` on one line is one text. */
function isContinued(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > SHORT_TEXT) return false
  const between = bytes.subarray(from, to)
  return between.includes(PLUS) && !between.includes(LF)
}

/** Line by line, so that a text over several lines of the file keeps them. */
function writeText(out: InsideWriter, bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end;) {
    const next = endOfLine(bytes, at, end)
    out.from(at)
    out.putAll(unescapeText(bytes, at, next))
    at = next
  }
}
