import { createHash } from 'node:crypto'

/** The id that git gives a file with these bytes, as 40 hexadecimal digits (git-hash-object). */
export function gitBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** How the bytes behind a blob id differ from the original's own. */
export type BlobVariant = 'as is' | 'other line endings' | 'other byte order mark or end of file'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const CR = 0x0d
const LF = 0x0a

/**
 * Every blob id that a copy of the file may have without a single character of its lines having
 * changed: line endings LF or CRLF, with or without a byte order mark, with or without the final newline.
 * A tree listing gives blob ids, so these copies are known at no further cost.
 */
export function gitBlobIdVariants(bytes: Uint8Array): Map<string, BlobVariant> {
  const variants = new Map<string, BlobVariant>([[gitBlobId(bytes), 'as is']])
  if (bytes.includes(0)) return variants // binary: git changes no line endings, nobody adds a mark
  const lines = withoutFinalNewlines(toLineFeeds(withoutMark(bytes)))
  if (lines.length === 0) return variants
  const endings = [lines, toCarriageReturns(lines)]
  const mark = startsWithMark(bytes)
  const final = bytes.at(-1) === LF
  for (const text of endings) {
    const newline = Buffer.from(text === lines ? '\n' : '\r\n')
    for (const marked of [false, true]) {
      for (const ended of [true, false]) {
        const id = gitBlobId(Buffer.concat([marked ? BOM : EMPTY, text, ended ? newline : EMPTY]))
        const onlyEndings = marked === mark && ended === final
        if (!variants.has(id))
          variants.set(id, onlyEndings ? 'other line endings' : 'other byte order mark or end of file')
      }
    }
  }
  return variants
}

const EMPTY = Buffer.alloc(0)

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === BOM[0] && bytes[1] === BOM[1] && bytes[2] === BOM[2]
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return startsWithMark(bytes) ? bytes.subarray(BOM.length) : bytes
}

function withoutFinalNewlines(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === LF) end--
  return bytes.subarray(0, end)
}

function toLineFeeds(bytes: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === CR && bytes[i + 1] === LF) continue
    out[length++] = bytes[i]!
  }
  return out.subarray(0, length)
}

function toCarriageReturns(bytes: Uint8Array): Uint8Array {
  let breaks = 0
  for (const byte of bytes) if (byte === LF) breaks++
  const out = Buffer.allocUnsafe(bytes.length + breaks)
  let length = 0
  for (const byte of bytes) {
    if (byte === LF) out[length++] = CR
    out[length++] = byte
  }
  return out
}
