import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClawbackError } from '../../errors.ts'
import { containerKind } from '../../sources/container-kind.ts'
import { formatUploadFolder, type UploadPlace } from './upload-folder.ts'

export interface KeptUpload {
  /** Ends with the name, by which a source's kind is known. */
  path: string
  /** As it was called where it came from, harmless now. */
  name: string
  bytes: number
  remove: () => Promise<void>
}

/** Of one uploaded file, as it is sent. What it unpacks to has limits of its own (`SourceLimits`). */
export const largestUpload = 1024 ** 3

/**
 * Writes what is sent to a file that this user alone may read, as it comes. It lies there as it was sent, since it is
 * read twice; so it goes as soon as it was read, and with whatever fails here.
 * @throws ClawbackError UPLOAD_TOO_LARGE, UPLOAD_NO_ROOM, SOURCE_INVALID; and what the chunks throw
 */
export async function keepUpload(
  place: UploadPlace,
  { name: given, chunks }: { name: string; chunks: AsyncIterable<Uint8Array> },
): Promise<KeptUpload> {
  const name = readFileName(given)
  if (containerKind(name) === 'unsupported') {
    throw new ClawbackError(
      'SOURCE_INVALID',
      `${name} is packed in a form that is not opened`,
      'Pack it as .tgz or .zip.',
    )
  }
  await mkdir(place.scratchFolder, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(place.scratchFolder, formatUploadFolder(place.process)))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, name)
  try {
    return { path, name, bytes: await writeAll(path, chunks), remove }
  } catch (error) {
    await remove()
    throw isFull(error) ? noRoom(error) : error
  }
}

async function writeAll(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > largestUpload) throw tooLarge()
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return bytes
}

/** The last part of whatever path was sent, without what could act on a terminal or leave the folder. */
export function readFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .trim()
  // A file system takes 255 bytes, and a character has up to four; the end tells what it is.
  const name = Array.from(plain).slice(-60).join('')
  return /^\.*$/.test(name) ? 'upload' : name
}

export function tooLarge(): ClawbackError {
  return new ClawbackError(
    'UPLOAD_TOO_LARGE',
    'The file is larger than 1 GiB, the limit for one upload',
    'Leave out what is not the work (dependencies, media), or add it on the machine with "clawback work add".',
  )
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOSPC' || code === 'EDQUOT'
}

function noRoom(cause: unknown): ClawbackError {
  return new ClawbackError(
    'UPLOAD_NO_ROOM',
    'The disk of CLAWBACK_DATA is full; nothing of the upload was kept',
    'Make room there, then send the file again.',
    { exitCode: 3, cause },
  )
}
