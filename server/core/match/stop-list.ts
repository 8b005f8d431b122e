import { GramSet } from './gram-table.ts'
import { EIGHTHS } from './rarity.ts'
import { stopListData } from './stop-list-data.ts'

/** What everyone has, counted over public packages by scripts/stoplist. */
export interface StopList {
  /** Of how many packages. */
  packages: number
  /** Fingerprints that packages with nothing to do with each other share, and what tool chains emit. */
  grams: GramSet
  /** In how many packages a token was seen, by the hash of its text. */
  packagesWith: Map<number, number>
}

/** How surprising a text is, in eighths of a bit. */
export function rarityOf(stopList: StopList, hash: number, text: Uint8Array): number {
  const letters = countLetters(text)
  if (letters < 2 || isTemporary(text) || isReserved(text)) return 0
  const seen = stopList.packagesWith.get(hash)
  const bits = Math.log2((stopList.packages + 1) / ((seen ?? 0) + 1))
  if (seen !== undefined) return Math.round(bits * EIGHTHS)
  return Math.round((bits - unseenShort(letters) + unseenLong(text.length)) * EIGHTHS)
}

/** `_a`, `_b2`: what compilers call a value that the author did not name. */
function isTemporary(text: Uint8Array): boolean {
  const letter = text[1] ?? 0
  if (text.length < 2 || text.length > 4 || text[0] !== 0x5f || letter < 0x61 || letter > 0x7a) return false
  for (let at = 2; at < text.length; at++) if (text[at]! < 0x30 || text[at]! > 0x39) return false
  return true
}

/** A longer one is somebody's own. */
const LONGEST_RESERVED = 20

/** `__exit__`, `__LINE__`: what languages keep for themselves (Python's data model, C's macros, PHP's magic). */
function isReserved(text: Uint8Array): boolean {
  const isLow = (at: number) => text.at(at) === 0x5f
  return text.length > 4 && text.length <= LONGEST_RESERVED && isLow(0) && isLow(1) && isLow(-1) && isLow(-2)
}

/** Letters of any alphabet, not bytes: in UTF-8 all but the first byte of each begin with the bits 10. */
function countLetters(text: Uint8Array): number {
  let count = 0
  for (const byte of text) if ((byte & 0xc0) !== 0x80) count++
  return count
}

/** A text of two letters is unseen by chance alone, and one letter is anyone's. */
function unseenShort(length: number): number {
  return length < 4 ? (4 - length) * 1.5 : 0
}

/** The longer a text, the less likely that two people wrote it: a bit for every six characters, four at most. */
function unseenLong(length: number): number {
  return Math.min(4, Math.max(0, (length - 8) / 6))
}

/**
 * The stored form: `packages`, then for each count the tokens seen in so many packages, then the fingerprints;
 * sorted, each number as its difference from the one before (LEB128), so that a list of 10^5 stays small.
 */
export function encodeStopList(list: {
  packages: number
  packagesWith: ReadonlyMap<number, number>
  grams: readonly { high: number; low: number }[]
}): Uint8Array {
  const out: number[] = []
  writeNumber(out, list.packages)
  const byCount = new Map<number, number[]>()
  for (const [hash, count] of list.packagesWith) {
    const hashes = byCount.get(count)
    if (hashes) hashes.push(hash >>> 0)
    else byCount.set(count, [hash >>> 0])
  }
  writeNumber(out, byCount.size)
  for (const [count, hashes] of [...byCount].sort(([a], [b]) => a - b)) {
    writeNumber(out, count)
    writeSorted(out, hashes)
  }
  const grams = [...list.grams].sort((a, b) => (a.high >>> 0) - (b.high >>> 0))
  writeSorted(
    out,
    grams.map(({ high }) => high >>> 0),
  )
  for (const { low } of grams) out.push(low & 255, (low >>> 8) & 255, (low >>> 16) & 255, low >>> 24)
  return Uint8Array.from(out)
}

export function decodeStopList(bytes: Uint8Array): StopList {
  const reader = { bytes, at: 0 }
  const packages = readNumber(reader)
  const packagesWith = new Map<number, number>()
  for (let left = readNumber(reader); left > 0; left--) {
    const count = readNumber(reader)
    for (const hash of readSorted(reader)) packagesWith.set(hash | 0, count)
  }
  const grams = new GramSet()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (const high of readSorted(reader)) {
    grams.add(high | 0, view.getInt32(reader.at, true))
    reader.at += 4
  }
  return { packages, packagesWith, grams }
}

let decoded: StopList | undefined

/** The list that comes with Clawback; read once, when a work is first indexed. */
export function publicStopList(): StopList {
  decoded ??= decodeStopList(Buffer.from(stopListData, 'base64'))
  return decoded
}

function writeSorted(out: number[], values: number[]): void {
  writeNumber(out, values.length)
  let last = 0
  for (const value of values.sort((a, b) => a - b)) {
    writeNumber(out, value - last)
    last = value
  }
}

function readSorted(reader: { bytes: Uint8Array; at: number }): number[] {
  const values: number[] = []
  let last = 0
  for (let left = readNumber(reader); left > 0; left--) values.push((last += readNumber(reader)))
  return values
}

function writeNumber(out: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  out.push(rest)
}

function readNumber(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0
  for (let unit = 1; ; unit *= 0x80) {
    const byte = reader.bytes[reader.at++] ?? 0
    value += (byte & 0x7f) * unit
    if (byte < 0x80) return value
  }
}
