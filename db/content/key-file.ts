import { link, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ClawbackError } from '../../server/errors.ts'
import { codeOf } from '../explain-error.ts'
import { syncFolder, writeToDisk } from './write-file.ts'

const keyBytes = 32
const form = /^clawback-key-1 ([0-9a-f]{64})\n?$/

/**
 * The key in `file`, or null when there is none.
 * @throws ClawbackError KEY_EXPOSED when others than this user may read it, KEY_DAMAGED when it is no key
 */
export async function readKeyFile(file: string): Promise<Buffer | null> {
  let text: string
  try {
    const { mode } = await stat(file)
    if ((mode & 0o077) !== 0) {
      throw new ClawbackError(
        'KEY_EXPOSED',
        `The key file ${file} is open to other users (mode ${(mode & 0o777).toString(8)})`,
        `Close it with: chmod 600 ${file}. If others could have read it, treat the stored originals as disclosed.`,
      )
    }
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  const hex = form.exec(text)?.[1]
  if (hex === undefined) {
    throw new ClawbackError(
      'KEY_DAMAGED',
      `The key file ${file} does not hold a key`,
      'Restore it from your backup.',
    )
  }
  return Buffer.from(hex, 'hex')
}

/**
 * Makes the key file, whole or not at all. When another process makes it at the same moment, the key is the other's.
 */
export async function createKeyFile(
  file: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Buffer> {
  const key = Buffer.from(randomBytes(keyBytes))
  const unfinished = `${file}.unfinished-${Buffer.from(randomBytes(8)).toString('hex')}`
  await writeToDisk(unfinished, Buffer.from(`clawback-key-1 ${key.toString('hex')}\n`))
  try {
    // Unlike a rename, this fails when the name is taken.
    await link(unfinished, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const other = await readKeyFile(file)
    if (other === null) throw error
    return other
  } finally {
    await rm(unfinished, { force: true })
  }
  await syncFolder(dirname(file))
  return key
}
