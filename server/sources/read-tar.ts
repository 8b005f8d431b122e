import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { Extract, Header } from 'tar-stream'
import { ClawbackError } from '../errors.ts'
import { archiveBomb, corruptArchive } from './container-fault.ts'
import { containerKind } from './container-kind.ts'
import { refuseMemberPath } from './member-path.ts'
import { packedHead, packedSize, packedStream } from './packed.ts'
import type { Packed } from './packed.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

type Member = Extract extends AsyncIterable<infer M> ? M : never

/**
 * The members of a tar archive, gzipped or not, in its order; paths as the archive has them.
 * @throws ContainerFault ARCHIVE_CORRUPT, ARCHIVE_BOMB; ClawbackError SOURCE_TOO_LARGE
 */
export async function* readTar(packed: Packed, reading: Reading): AsyncGenerator<SourceEntry> {
  if ((await packedSize(packed)) === 0) throw corruptArchive('tar', 'it is empty')
  const unpacked = extract()
  const stopped = new AbortController()
  const pumping = pump(packed, unpacked, reading, stopped.signal).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  const seen = new Set<string>()
  try {
    for await (const member of unpacked) {
      reading.countEntry()
      const entry = await readMember(member, seen, reading)
      if (entry) yield entry
    }
    const failure = await pumping
    if (failure !== null) throw failure
  } catch (error) {
    if (isOurs(error)) throw error
    // The iterator may know only that its stream was destroyed; the pump knows why.
    const cause = (await pumping) ?? error
    throw isOurs(cause) ? cause : corruptArchive('tar', cause)
  } finally {
    stopped.abort()
    await pumping
  }
}

async function pump(packed: Packed, into: NodeJS.WritableStream, reading: Reading, signal: AbortSignal) {
  const head = await packedHead(packed, 2)
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const gunzip = createGunzip()
    await pipeline(
      packedStream(packed),
      gunzip,
      ratioGuard(() => gunzip.bytesWritten, reading),
      into,
      { signal },
    )
  } else {
    await pipeline(packedStream(packed), into, { signal })
  }
}

function ratioGuard(packedBytes: () => number, { limits }: Reading): Transform {
  let unpacked = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length
      const bomb = unpacked > limits.freeBytes && unpacked > limits.ratio * packedBytes()
      done(bomb ? archiveBomb(limits.ratio) : null, chunk)
    },
  })
}

async function readMember(member: Member, seen: Set<string>, reading: Reading): Promise<SourceEntry | null> {
  const { header } = member
  const refusal = header.type === 'directory' ? 'folder' : refuseMember(header, seen, reading)
  if (refusal === null) {
    seen.add(header.name)
    return { kind: 'file', path: header.name, bytes: await collect(member, reading) }
  }
  // Also what is not wanted must flow past, or the next header is never reached.
  member.resume()
  return header.type === 'directory' ? null : skipped(header.name, refusal)
}

function refuseMember(header: Header, seen: Set<string>, reading: Reading): string | null {
  const name = refuseMemberPath(header.name)
  if (name) return name
  if (header.type !== 'file' && header.type !== 'contiguous-file') return describeType(header)
  if (seen.has(header.name)) return 'the archive holds this name more than once; the first was read'
  const { fileBytes, containerBytes } = reading.limits
  return reading.refuseSize(header.size, containerKind(header.name) === null ? fileBytes : containerBytes)
}

function describeType({ type, linkname }: Header): string {
  if (type === 'symlink') return 'a symbolic link, which is not followed'
  if (type === 'link') return `a hard link to ${JSON.stringify(linkname)}, which is read under that name`
  return `not a file but a ${(type as string | null) ?? 'kind of member that is not known'}`
}

async function collect(member: Member, reading: Reading): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of member) {
    reading.countBytes((chunk as Buffer).length)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

function isOurs(error: unknown): boolean {
  return error instanceof ClawbackError || (error instanceof Error && error.name === 'AbortError')
}
