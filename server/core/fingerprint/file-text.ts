import { isBinary } from './is-binary.ts'

/** As much as a file of source text may be; what is larger is data. */
const MOST = 64 * 1024 * 1024
const SNIFFED = 8000
/** Text leaves few control characters and few halves of a wide one that are no text. */
const MOSTLY = 0.9
const NUL = 0x00
const SPACE = 0x20

/**
 * The text of a file whose zero bytes make it binary to git, though it is none: saved as UTF-16 or UTF-32, with or
 * without a mark, or with a few zeros put in. In UTF-8, with the same lines; any other text as it is,
 * and undefined for what is none.
 */
export function fileText(bytes: Uint8Array): Uint8Array | undefined {
  if (!isBinary(bytes)) return bytes
  if (bytes.length > MOST) return undefined
  for (const reading of wideReadings) {
    const text = reading(bytes)
    if (text && !isBinary(text)) return text
  }
  return isMostlyText(bytes.subarray(0, SNIFFED))
    ? bytes.map((byte) => (byte === NUL ? SPACE : byte))
    : undefined
}

type Reading = (bytes: Uint8Array) => Uint8Array | undefined

const wideReadings: readonly Reading[] = [
  (bytes) => fromUtf32(bytes, 0),
  (bytes) => fromUtf32(bytes, 3),
  (bytes) => fromUtf16(bytes, 'utf-16le', 0),
  (bytes) => fromUtf16(bytes, 'utf-16be', 1),
]

/** @param low which byte of each pair holds the lower half */
function fromUtf16(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  low: number,
): Uint8Array | undefined {
  const isMarked = bytes[low] === 0xff && bytes[1 - low] === 0xfe
  if (!isMarked && !isWide(bytes, 2, low)) return undefined
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes))
}

/** @param low which byte of each four holds the lowest quarter */
function fromUtf32(bytes: Uint8Array, low: number): Uint8Array | undefined {
  if (!isWide(bytes, 4, low)) return undefined
  const out: string[] = []
  let text = ''
  const sign = low === 0 ? 1 : -1
  for (let at = low; at + 3 * sign < bytes.length && at + 3 * sign >= 0; at += 4) {
    const value = bytes[at]! | (bytes[at + sign]! << 8) | (bytes[at + 2 * sign]! << 16)
    if (value !== BYTE_ORDER_MARK) text += String.fromCodePoint(value > LAST_CODE_POINT ? REPLACEMENT : value)
    if (text.length > SNIFFED) {
      out.push(text)
      text = ''
    }
  }
  return new TextEncoder().encode(out.join('') + text)
}

const BYTE_ORDER_MARK = 0xfeff
const LAST_CODE_POINT = 0x10ffff
const REPLACEMENT = 0xfffd

/** Whether nearly every unit is a character of ASCII: its lowest byte is, and the others are zero. */
function isWide(bytes: Uint8Array, width: number, low: number): boolean {
  const units = Math.floor(Math.min(bytes.length, SNIFFED) / width)
  let narrow = 0
  for (let unit = 0; unit < units; unit++) {
    let others = 0
    for (let i = 0; i < width; i++) if (i !== low) others |= bytes[unit * width + i]!
    if (others === 0 && isPrintable(bytes[unit * width + low]!)) narrow++
  }
  return units > 0 && narrow > units * MOSTLY
}

function isMostlyText(bytes: Uint8Array): boolean {
  let text = 0
  for (const byte of bytes) if (isPrintable(byte) || byte >= 0x80) text++
  return text > bytes.length * MOSTLY
}

function isPrintable(byte: number): boolean {
  return (byte >= SPACE && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d)
}
