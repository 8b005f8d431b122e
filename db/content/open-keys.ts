import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ClawbackError } from '../../server/errors.ts'
import { codeOf } from '../explain-error.ts'
import { createKeyFile, readKeyFile } from './key-file.ts'
import { isShelf } from './shelves.ts'
import { deriveKeys, type Keys } from './keys.ts'
import { writeWhole } from './write-file.ts'

export interface KeyPlaces {
  keyFile: string
  /** The folder of the objects. */
  contents: string
  /** A fresh path for a file that is being written. */
  unfinished: () => string
  randomBytes: (length: number) => Uint8Array
}

/** The keys that the objects in `contents` are sealed with; new ones when there is nothing yet. */
export async function openKeys({ keyFile, contents, unfinished, randomBytes }: KeyPlaces): Promise<Keys> {
  const checkFile = join(contents, 'key-check')
  const check = await readCheck(checkFile)
  const found = await readKeyFile(keyFile)
  if (found === null && (check !== null || (await holdsObjects(contents)))) {
    throw new ClawbackError(
      'KEY_MISSING',
      `The key file ${keyFile} is missing, and the stored contents cannot be read without it`,
      'Restore the key file from your backup. To begin anew instead, move the whole data folder away.',
    )
  }
  const keys = deriveKeys(found ?? (await createKeyFile(keyFile, randomBytes)))
  if (check === null) {
    await writeWhole(checkFile, unfinished(), Buffer.from(`${keys.check}\n`))
  } else if (check !== keys.check) {
    throw new ClawbackError(
      'KEY_MISMATCH',
      `The key file ${keyFile} is not the one that the stored contents were sealed with`,
      'Restore the key file that belongs to this data folder.',
    )
  }
  return keys
}

async function holdsObjects(contents: string): Promise<boolean> {
  return (await readdir(contents)).some((name) => isShelf(name))
}

async function readCheck(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
