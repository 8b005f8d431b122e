import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  /** Relative, with `/`. */
  path: string
  bytes: Buffer
}

/** Without the extensions of zip64, whose readers are fewer. */
const mostFiles = 65_535
const mostBytes = 0xffff_ffff

/**
 * A zip archive (APPNOTE 6.3): deflated, names in UTF-8, every file of the same moment, so that the same files give
 * the same bytes.
 * @throws RangeError when it would need zip64
 */
export function writeZip(files: readonly ZipFile[], at: Date): Buffer {
  if (files.length > mostFiles) throw new RangeError('too many files for a zip archive')
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes)
    const fields = describe(name, bytes, packed, at)
    const place = Buffer.alloc(14)
    // A regular file that its owner may read and write: made on Unix, mode 0600.
    place.writeUInt32LE((0o100600 << 16) >>> 0, 6)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, place, name)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
    offset += 4 + fields.length + name.length + packed.length
    if (offset > mostBytes) throw new RangeError('too large for a zip archive')
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** What the local header and the directory say alike. */
function describe(name: Buffer, bytes: Buffer, packed: Buffer, at: Date): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x800, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6)
  fields.writeUInt16LE(
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    8,
  )
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}
