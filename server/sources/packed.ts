import { open, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'

/** An archive's bytes: a file, or in memory when it came out of something else. */
export type Packed = { file: string } | { bytes: Buffer }

export function packedStream(packed: Packed): Readable {
  if ('file' in packed) return createReadStream(packed.file)
  // A Buffer is iterable byte by byte: it must go in as one chunk.
  return Readable.from([packed.bytes])
}

export async function packedSize(packed: Packed): Promise<number> {
  return 'file' in packed ? (await stat(packed.file)).size : packed.bytes.length
}

export async function packedHead(packed: Packed, length: number): Promise<Buffer> {
  if ('bytes' in packed) return packed.bytes.subarray(0, length)
  const handle = await open(packed.file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
