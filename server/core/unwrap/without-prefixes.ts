import { LF } from '../fingerprint/bytes.ts'
import type { Inside } from './inside.ts'
import { endOfLine, rewriteLines } from './rewrite-lines.ts'

/** So many lines are looked at, all over the file. */
const SAMPLED = 16
const MOSTLY = 0.7
const LONGEST_PREFIX = 120
const FEWEST_LINES = 8

/** What a listing, a patch, an answer to a mail, a log or a tool that comments out puts before each line. */
const prefixes: readonly RegExp[] = [
  /^(?:[^\s:]{1,80}:)\d{1,6}[:-] ?/, // grep -n
  /^\s{0,8}\d{1,6}(?:[:.|)│┃]|\t| [|│┃:]| {1,4})[ \t]?/, // line numbers
  /^\d{4}-\d\d-\d\d[T ][\d:.,]{8,}\S* (?:std(?:out|err) [FP] |\[?[A-Z]{4,5}\]?:? )?/, // logs
  /^(?:> ?)+/,
  /^\+/,
  /^-(?!-)/,
  /^< ?/,
  /^[|│] ?/,
  /^[*•] ?/,
  /^# ?/,
  /^-- ?/,
  /^\/\/[/!]? ?/,
  /^(?:%+|;+|'|REM\b|rem\b|dnl\b) ?/,
]
const patch = /^[-+ ]/
const HUNK = /^@@ -\d/m

/**
 * The lines of a file without what stands before each of them. Lines without the prefix (what a mail adds) stay as
 * they are. Undefined when most have none in common.
 */
export function withoutPrefixes(text: Inside): Inside | undefined {
  const prefix = commonPrefix(text.bytes)
  return prefix && rewriteLines(text, (line) => line.replace(prefix, ''))
}

function commonPrefix(bytes: Uint8Array): RegExp | undefined {
  const lines = sampleLines(bytes, SAMPLED)
    .map((at) => beginningOf(bytes, at))
    .filter((line) => line.trim() !== '')
  if (lines.length < FEWEST_LINES) return undefined
  if (HUNK.test(headOf(bytes))) return patch
  return prefixes.find((prefix) => lines.filter((line) => prefix.test(line)).length > lines.length * MOSTLY)
}

/** Where lines begin, at equal distances. */
function sampleLines(bytes: Uint8Array, count: number): number[] {
  const places: number[] = []
  for (let i = 0; i < count; i++) {
    const from = Math.floor((bytes.length * i) / count)
    const at = i === 0 ? 0 : bytes.indexOf(LF, from) + 1
    if ((i === 0 || at > 0) && at < bytes.length) places.push(at)
  }
  return places
}

const begins = new Uint8Array(256)
for (const byte of Buffer.from('0123456789+-<>|│')) begins[byte] = 1

/** Whether lines of a program begin as no line of a program does. */
export function mayHavePrefixes(bytes: Uint8Array): boolean {
  let found = 0
  for (let i = 1; i <= LOOKED_AT; i++) {
    let at = bytes.indexOf(LF, Math.floor((bytes.length * i) / (LOOKED_AT + 1))) + 1
    const end = Math.min(bytes.length, at + LONGEST_INDENT)
    while (at < end && bytes[at]! <= SPACE) at++
    if (begins[bytes[at]!] === 1) found++
  }
  return found >= LOOKED_AT - 1
}

const SPACE = 0x20
const LOOKED_AT = 4
const LONGEST_INDENT = 16

function beginningOf(bytes: Uint8Array, at: number): string {
  const to = endOfLine(bytes, at, at + LONGEST_PREFIX)
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, to - at).toString('utf8')
}

const HEAD = 4096

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
}
