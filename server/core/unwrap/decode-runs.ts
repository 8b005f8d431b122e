import { BACKSLASH, CR, LF } from '../fingerprint/bytes.ts'
import { DATA } from '../fingerprint/read-quoted.ts'
import { InsideWriter, type Inside } from './inside.ts'

const SPACE = 0x20
/** Every so many bytes one is looked at: so long a run shows itself at `PROBES` of them in a row. */
const STRIDE = 64
const PROBES = 4
/** What is decoded must be text from its beginning. */
const SNIFFED = 300
const MOSTLY = 0.95

/** 1: a digit of base 64 (also as URLs have it), 2: also of base 16. */
const digits = new Uint8Array(256)
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_'))
  digits[byte] = 1
for (const byte of Buffer.from('0123456789abcdefABCDEF')) digits[byte] = 2

/**
 * The texts in a file that stand there in base 64 or base 16, in one line or many: inline source maps, `atob("…")`,
 * mail. Undefined when there are none; pictures and archives are no text.
 */
export function decodeRuns(text: Inside): Inside | undefined {
  const { bytes } = text
  const out = new InsideWriter(text, 0)
  let inRow = 0
  for (let at = 0; at < bytes.length; at += STRIDE) {
    inRow = digits[bytes[at]!] !== 0 ? inRow + 1 : 0
    if (inRow < PROBES) continue
    const run = runAround(bytes, at, at - STRIDE * PROBES)
    if (run.end - run.start >= DATA) writeDecoded(out, bytes, run)
    inRow = 0
    at = Math.max(at, run.end)
  }
  return out.length === 0 ? undefined : out.finish()
}

function runAround(bytes: Uint8Array, at: number, least: number): { start: number; end: number } {
  let start = at
  while (start > least && start > 0 && digits[bytes[start - 1]!] !== 0) start--
  let end = at
  while (end < bytes.length) {
    if (digits[bytes[end]!] !== 0) {
      end++
      continue
    }
    const next = pastBreak(bytes, end)
    if (next === end || digits[bytes[next] ?? 0] === 0) break
    end = next
  }
  return { start, end }
}

/** Mail breaks its lines, and JSON writes the break as `\n`. */
function pastBreak(bytes: Uint8Array, at: number): number {
  let next = at
  while (bytes[next] === LF || bytes[next] === CR || bytes[next] === SPACE || isEscapedBreak(bytes, next))
    next += bytes[next] === BACKSLASH ? 2 : 1
  return next - at <= LONGEST_BREAK ? next : at
}

const LONGEST_BREAK = 16

function isEscapedBreak(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === BACKSLASH && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72)
}

function writeDecoded(
  out: InsideWriter,
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
): void {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    .toString('latin1')
    .replace(/\\[nr]|\s+/g, '')
  const decoded = asText(written)
  if (decoded === undefined) return
  out.from(start)
  if (out.length > 0) out.put(LF)
  out.putAll(decoded)
}

/** A run that somebody cut begins anywhere, so each beginning is tried. */
function asText(written: string): Uint8Array | undefined {
  const encoding = /^[0-9a-f]*$/i.test(written) ? 'hex' : 'base64'
  for (let skip = 0; skip < 4; skip++) {
    const head = Buffer.from(written.slice(skip, skip + SNIFFED), encoding)
    if (isText(head)) return Buffer.from(skip === 0 ? written : written.slice(skip), encoding)
  }
  return undefined
}

function isText(bytes: Uint8Array): boolean {
  let text = 0
  for (const byte of bytes) if ((byte >= SPACE && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d)) text++
  return bytes.length > 0 && text > bytes.length * MOSTLY
}
