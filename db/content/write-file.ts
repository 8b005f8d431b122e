import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** All of a file's bytes, or pieces of them as they are made. */
export type WrittenContent = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Writes a file whole or not at all: under another name, onto the disk, then under its own. Readable by this user
 * alone.
 * @param unfinished A path in the same file system that nobody else writes.
 */
export async function writeWhole(file: string, unfinished: string, content: WrittenContent): Promise<void> {
  try {
    await writeToDisk(unfinished, content)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
}

export async function writeToDisk(file: string, content: WrittenContent): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await writeFile(handle, content)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** A new name is on the disk when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
