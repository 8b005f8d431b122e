import { open, type FileHandle } from 'node:fs/promises'

/** The bytes of one file from its beginning, as many at a time as are asked for. */
export interface SealedFile {
  /** Bytes in all. */
  size: number
  /** The next bytes, in memory that the next call may use again; fewer at the end of the file. */
  next(length: number): Promise<Buffer>
}

/** Calls `read` with the file, so that no more of it need be in memory than is being read. */
export async function withSealedFile<Result>(
  path: string,
  read: (file: SealedFile) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r')
  try {
    return await read(readerOf(handle, (await handle.stat()).size))
  } finally {
    await handle.close()
  }
}

function readerOf(handle: FileHandle, size: number): SealedFile {
  let memory = Buffer.alloc(0)
  return {
    size,
    async next(length) {
      if (memory.length < length) memory = Buffer.allocUnsafeSlow(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(memory, filled, length - filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return memory.subarray(0, filled)
    },
  }
}
