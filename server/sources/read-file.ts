import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { containerKind } from './container-kind.ts'
import type { Reading } from './reading.ts'
import { skipped } from './source-entry.ts'
import type { SourceEntry } from './source-entry.ts'

/**
 * Reads a regular file as the entry `path`, or says why not. It never follows a link and never waits on a pipe,
 * also when the name changes its nature between looking and opening. Reading waits for the disk: for small files
 * that costs a fifth of handing each to another thread and back.
 */
export function readFile(file: string, path: string, reading: Reading): SourceEntry {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const stats = fstatSync(handle)
      if (!stats.isFile()) return skipped(path, 'not a regular file')
      const { fileBytes, containerBytes } = reading.limits
      const limit = containerKind(path) === null ? fileBytes : containerBytes
      const refusal = reading.refuseSize(stats.size, limit)
      if (refusal !== null) return skipped(path, refusal)
      const bytes = readUpTo(handle, stats.size)
      reading.countBytes(bytes.length)
      return { kind: 'file', path, bytes }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (isSystemError(error)) return skipped(path, `cannot be read (${error.code})`)
    throw error
  }
}

/** No more than the size that was judged, should the file grow meanwhile. */
function readUpTo(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size)
  let length = 0
  while (length < size) {
    const read = readSync(handle, bytes, length, size - length, length)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}

export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}
