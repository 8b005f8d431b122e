import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClawbackError } from '../../server/errors.ts'
import { makeDataFolder } from '../data-folder.ts'
import { codeOf, explainDiskError } from '../explain-error.ts'
import { nameContent } from './keys.ts'
import { openKeys } from './open-keys.ts'
import { seal, unseal } from './seal.ts'
import { createTurns } from './turns.ts'
import { writeWhole } from './write-file.ts'

/** Contents by what they are: originals and fetched evidence, compressed and encrypted. Plaintext never touches disk. */
export interface ContentStore {
  /** Keeps the bytes; on disk when the promise resolves. The same bytes have the same id. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws ClawbackError CONTENT_MISSING, CONTENT_DAMAGED */
  get(id: string): Promise<Buffer>
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
  const turns = createTurns(atATime)
  const disk = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await turns(work)
    } catch (error) {
      throw explainDiskError(error, contents)
    }
  }
  const keys = await disk(() => {
    makeDataFolder(folder)
    return openKeys({ keyFile: join(folder, 'key'), contents, randomBytes })
  })

  const place = (id: string) => {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('Not the id of a content')
    const shelf = join(contents, id.slice(0, 2))
    return { shelf, file: join(shelf, id.slice(2)) }
  }

  return {
    put: (bytes) =>
      disk(async () => {
        const id = nameContent(keys, bytes)
        const { shelf, file } = place(id)
        if (await exists(file)) return id
        const sealed = await seal(keys.encryption, id, bytes, randomBytes)
        await mkdir(shelf, { recursive: true, mode: 0o700 })
        const unfinished = join(shelf, `unfinished-${Buffer.from(randomBytes(8)).toString('hex')}`)
        await writeWhole(file, unfinished, sealed)
        return id
      }),

    get: (id) =>
      disk(async () => {
        const sealed = await read(place(id).file)
        try {
          return await unseal(keys.encryption, id, sealed)
        } catch (error) {
          throw new ClawbackError(
            'CONTENT_DAMAGED',
            `Stored content ${id} was changed or damaged`,
            'Restore it from your backup, or add the work or scan the repository again.',
            { cause: error },
          )
        }
      }),

    has: (id) => disk(() => exists(place(id).file)),

    remove: (id) => disk(() => rm(place(id).file, { force: true })),

    async *ids() {
      for (const shelf of await disk(() => readdir(contents))) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const name of await disk(() => readdir(join(contents, shelf)))) {
          if (/^[0-9a-f]{62}$/.test(name)) yield shelf + name
        }
      }
    },
  }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new ClawbackError(
      'CONTENT_MISSING',
      `A stored content is missing: ${file}`,
      'Restore it from your backup, or add the work or scan the repository again.',
    )
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file, constants.F_OK)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
