import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClawbackError } from '../../server/errors.ts'
import { makeDataFolder } from '../data-folder.ts'
import { codeOf, explainDiskError } from '../explain-error.ts'
import { clearLeftovers } from './clear-leftovers.ts'
import { nameContent } from './keys.ts'
import { openKeys } from './open-keys.ts'
import { seal, unseal } from './seal.ts'
import { withSealedFile } from './sealed-file.ts'
import { idOf, isShelf, placeOf } from './shelves.ts'
import { createTurns } from '../create-turns.ts'
import { writeWhole } from './write-file.ts'

/** Contents by what they are: originals and fetched evidence, compressed and encrypted. Plaintext never touches disk. */
export interface ContentStore {
  /** Keeps the bytes; on disk when the promise resolves. The same bytes have the same id, and mend a damaged object. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws ClawbackError CONTENT_MISSING, CONTENT_DAMAGED */
  get(id: string): Promise<Buffer>
  /** The same, in memory that threads share. @throws ClawbackError CONTENT_MISSING, CONTENT_DAMAGED */
  getShared(id: string): Promise<Uint8Array<SharedArrayBuffer>>
  has(id: string): Promise<boolean>
  /** Removing what is not there is fine. */
  remove(id: string): Promise<void>
  ids(): AsyncIterable<string>
}

export interface ContentStoreOptions {
  /** The data folder; the key file `key` and the folder `content` are made in it. */
  folder: string
  randomBytes: (length: number) => Uint8Array
}

// Enough to hide each other's waiting for the disk, and far from the limit on open files.
const atATime = 16

/**
 * Opens the content store of a data folder; makes it, and its key, first when need be.
 * @throws ClawbackError KEY_MISSING, KEY_MISMATCH, KEY_EXPOSED, KEY_DAMAGED, DATA_FOLDER_NOT_WRITABLE, DISK_FULL
 */
export async function openContentStore({ folder, randomBytes }: ContentStoreOptions): Promise<ContentStore> {
  const contents = join(folder, 'content')
  const workbench = join(contents, 'unfinished')
  const turns = createTurns(atATime)
  const disk = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await turns(work)
    } catch (error) {
      throw explainDiskError(error, contents)
    }
  }
  const unfinished = () => join(workbench, Buffer.from(randomBytes(16)).toString('hex'))
  const keys = await disk(async () => {
    makeDataFolder(folder)
    await mkdir(workbench, { recursive: true, mode: 0o700 })
    const opened = await openKeys({ keyFile: join(folder, 'key'), contents, unfinished, randomBytes })
    await clearLeftovers(workbench, unfinished())
    return opened
  })

  const isWhole = async (id: string) => {
    const { file } = placeOf(contents, id)
    try {
      await withSealedFile(file, (sealed) => unseal(keys.encryption, id, sealed, inBuffer))
      return true
    } catch {
      return false
    }
  }

  const read = <Memory extends Uint8Array>(id: string, allocate: (bytes: number) => Memory) =>
    disk(async () => {
      const { file } = placeOf(contents, id)
      try {
        return await withSealedFile(file, (sealed) => unseal(keys.encryption, id, sealed, allocate))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') throw unreadable('CONTENT_MISSING', `Stored content ${id} is missing`)
        if (isOfTheSystem(error)) throw error
        throw unreadable('CONTENT_DAMAGED', `Stored content ${id} was changed or damaged`, error)
      }
    })

  return {
    put: (bytes) =>
      disk(async () => {
        const id = nameContent(keys, bytes)
        if (await isWhole(id)) return id
        const sealed = seal(keys.encryption, id, bytes, randomBytes)
        const { shelf, file } = placeOf(contents, id)
        await mkdir(shelf, { recursive: true, mode: 0o700 })
        await writeWhole(file, unfinished(), sealed)
        return id
      }),

    get: (id) => read(id, inBuffer),

    getShared: (id) => read(id, inSharedMemory),

    has: (id) => disk(() => exists(placeOf(contents, id).file)),

    remove: (id) => disk(() => rm(placeOf(contents, id).file, { force: true })),

    async *ids() {
      for (const shelf of (await disk(() => readdir(contents))).filter(isShelf)) {
        for (const name of await disk(() => readdir(join(contents, shelf)))) {
          const id = idOf(shelf, name)
          if (id !== null) yield id
        }
      }
    },
  }
}

function inBuffer(bytes: number): Buffer {
  return Buffer.allocUnsafe(bytes)
}

function inSharedMemory(bytes: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(bytes))
}

function unreadable(code: string, message: string, cause?: unknown): ClawbackError {
  const fix = 'Restore it from your backup, or add the work or scan the repository again.'
  return new ClawbackError(code, message, fix, { cause })
}

/** The file could not be read, which says nothing about what is in it. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
