import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { containerKind } from './container-kind.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

/**
 * Reads a regular file as the entry `path`, or says why not. It never follows a link and never waits on a pipe,
 * also when the name changes its nature between looking and opening.
 */
export async function readFile(file: string, path: string, reading: Reading): Promise<SourceEntry> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) return skipped(path, 'not a regular file')
      const { fileBytes, containerBytes } = reading.limits
      const limit = containerKind(path) === null ? fileBytes : containerBytes
      const refusal = reading.refuseSize(stats.size, limit)
      if (refusal !== null) return skipped(path, refusal)
      const bytes = await readUpTo(handle, stats.size)
      reading.countBytes(bytes.length)
      return { kind: 'file', path, bytes }
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isSystemError(error)) return skipped(path, `cannot be read (${error.code})`)
    throw error
  }
}

/** No more than the size that was judged, should the file grow meanwhile. */
async function readUpTo(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}
