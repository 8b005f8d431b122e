import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ClawbackError } from '../errors.ts'
import { archiveBomb, corruptArchive } from './container-fault.ts'
import { containerKind } from './container-kind.ts'
import { refuseMemberPath } from './member-path.ts'
import { packedSize } from './packed.ts'
import type { Packed } from './packed.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

/** Names are decoded and judged here: yauzl gives up on the whole archive at the first bad one. */
const options = { decodeStrings: false, autoClose: false }

/**
 * The members of a zip archive in the order of its directory; paths as the archive has them, `\` as `/`.
 * @throws ContainerFault ARCHIVE_CORRUPT, ARCHIVE_BOMB; ClawbackError SOURCE_TOO_LARGE
 */
export async function* readZip(packed: Packed, reading: Reading): AsyncGenerator<SourceEntry> {
  const mayUnpackTo = Math.max(reading.limits.freeBytes, reading.limits.ratio * (await packedSize(packed)))
  const zip = await openZip(packed)
  const seen = new Set<string>()
  let unpacked = 0
  try {
    for await (const member of zip.eachEntry()) {
      reading.countEntry()
      const path = nameOf(member)
      const refusal = refuseMember(member, path, seen, reading)
      if (refusal === null) {
        seen.add(path)
        const entry = await readMember(zip, member, path, reading)
        if (entry.kind === 'file') unpacked += entry.bytes.length
        if (unpacked > mayUnpackTo) throw archiveBomb(reading.limits.ratio)
        yield entry
      } else if (!path.endsWith('/')) {
        yield skipped(path, refusal)
      }
    }
  } catch (error) {
    if (error instanceof ClawbackError || (error instanceof Error && error.name === 'AbortError')) throw error
    throw corruptArchive('zip', error)
  } finally {
    zip.close()
  }
}

async function openZip(packed: Packed): Promise<ZipFile> {
  try {
    return 'file' in packed
      ? await openPromise(packed.file, options)
      : await fromBufferPromise(packed.bytes, options)
  } catch (error) {
    throw corruptArchive('zip', error)
  }
}

function nameOf(member: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = member
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function refuseMember(member: Entry, path: string, seen: Set<string>, reading: Reading): string | null {
  const name = refuseMemberPath(path)
  if (name) return name
  if (path.endsWith('/')) return 'folder'
  // The upper half holds the Unix mode where the archive was made on one (APPNOTE 4.4.15, Info-ZIP).
  const fileType = (member.externalFileAttributes >>> 16) & 0o170000
  if (fileType === 0o120000) return 'a symbolic link, which is not followed'
  if (fileType !== 0 && fileType !== 0o100000) return 'not a file but a device, pipe or socket'
  if (seen.has(path)) return 'the archive holds this name more than once; the first was read'
  if (member.isEncrypted()) return 'encrypted: unpack it with its password and give the folder'
  if (!member.canDecodeFileData())
    return `packed by a method that cannot be read (${member.compressionMethod})`
  const { fileBytes, containerBytes } = reading.limits
  return reading.refuseSize(
    member.uncompressedSize,
    containerKind(path) === null ? fileBytes : containerBytes,
  )
}

async function readMember(zip: ZipFile, member: Entry, path: string, reading: Reading): Promise<SourceEntry> {
  const chunks: Buffer[] = []
  try {
    // Never more than `uncompressedSize` comes out: yauzl holds the stream to it.
    for await (const chunk of await zip.openReadStreamPromise(member)) {
      reading.countBytes((chunk as Buffer).length)
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    if (error instanceof ClawbackError) throw error
    return skipped(path, `damaged (${error instanceof Error ? error.message : String(error)})`)
  }
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== member.crc32) return skipped(path, 'damaged (its checksum is wrong)')
  return { kind: 'file', path, bytes }
}
