import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extract, type Extract } from 'tar-stream'
import { ClawbackError } from '../../server/errors.ts'
import { readKeyFile } from '../content/key-file.ts'
import { deriveKeys } from '../content/keys.ts'
import { syncFolder, writeToDisk } from '../content/write-file.ts'
import { makeDataFolder } from '../data-folder.ts'
import { codeOf, explainDiskError } from '../explain-error.ts'
import { checkDatabase } from '../sqlite/copy-database.ts'
import {
  damaged,
  databaseName,
  isBackedUpPath,
  keyCheckName,
  keyName,
  manifestName,
  readManifest,
  type BackedUpFile,
  type Manifest,
} from './backup-format.ts'

const stage = 'restoring'
const largestManifest = 512 * 1024 ** 2

/**
 * Restores a backup into an empty data folder. Everything is written aside and checked against the manifest first:
 * names, sizes, SHA-256, the database, the head of its log, the key. The database comes into its place last, so that
 * a restore that was killed is no data folder yet, and can be run again.
 * @throws ClawbackError BACKUP_NOT_READ, BACKUP_DAMAGED, RESTORE_NOT_EMPTY, KEY_MISMATCH, KEY_EXPOSED, KEY_DAMAGED,
 * DATA_FOLDER_NOT_WRITABLE, DISK_FULL
 */
export async function restoreBackup({
  file,
  folder,
  keyFile,
}: {
  file: string
  folder: string
  /** The key, where the backup does not hold it. */
  keyFile: string | null
}): Promise<Manifest> {
  const key = keyFile === null ? null : await requireKey(keyFile)
  try {
    await clearUnfinished(folder)
    makeDataFolder(folder)
    const aside = join(folder, stage)
    await mkdir(aside, { mode: 0o700 })
    const manifest = await unpack(file, aside).catch(async (error: unknown) => {
      await rm(aside, { recursive: true, force: true })
      throw error
    })
    try {
      if (key !== null && !manifest.withKey) {
        await writeToDisk(join(aside, keyName), await readFile(keyFile!))
      }
      await check(aside, manifest)
    } catch (error) {
      await rm(aside, { recursive: true, force: true })
      throw error
    }
    for (const name of [keyName, 'content', databaseName]) await moveUp(aside, folder, name)
    await rm(aside, { recursive: true, force: true })
    await syncFolder(folder)
    return manifest
  } catch (error) {
    throw explainDiskError(error, folder)
  }
}

async function requireKey(keyFile: string): Promise<Buffer> {
  const key = await readKeyFile(keyFile)
  if (key !== null) return key
  throw new ClawbackError(
    'BACKUP_NOT_READ',
    `There is no key file at ${keyFile}`,
    'Give the file named "key" of the data folder that the backup was made of.',
  )
}

/** What a killed restore left goes; anything else stays, and ends this. */
async function clearUnfinished(folder: string): Promise<void> {
  const names: string[] = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  if (names.length === 0) return
  const ours = new Set<string>([stage, keyName, 'content'])
  if (names.includes(stage) && names.every((name) => ours.has(name))) {
    for (const name of names) await rm(join(folder, name), { recursive: true })
    return
  }
  throw new ClawbackError(
    'RESTORE_NOT_EMPTY',
    `The data folder ${folder} is not empty`,
    'Move it away, or set CLAWBACK_DATA to a new folder: a restore never overwrites anything.',
  )
}

/** Writes every member aside and gives the manifest, once all of it has been found to be as the manifest says. */
async function unpack(file: string, aside: string): Promise<Manifest> {
  const found = new Map<string, BackedUpFile>()
  const manifests: Manifest[] = []
  const archive = extract()
  const source = createReadStream(file)
  const reading = feed(source, archive)
  // Its error is met by reading the archive below.
  reading.catch(() => undefined)
  try {
    for await (const entry of archive) {
      const { name, type } = entry.header
      if (type !== 'file' || manifests.length > 0 || found.has(name)) {
        throw damaged(`it holds something that no backup holds, ${JSON.stringify(name)}`)
      }
      if (name === manifestName) manifests.push(readManifest(await readText(entry, entry.header.size)))
      else if (isBackedUpPath(name)) found.set(name, await writeMember(entry, name, aside))
      else throw damaged(`it holds something that no backup holds, ${JSON.stringify(name)}`)
    }
    await reading
  } catch (error) {
    throw explainReading(error, file)
  } finally {
    source.destroy()
  }
  const [manifest] = manifests
  if (manifest === undefined) throw damaged('it ends before its manifest')
  compare(manifest, found)
  return manifest
}

async function feed(source: AsyncIterable<unknown>, archive: Extract): Promise<void> {
  try {
    for await (const chunk of source) {
      if (!archive.write(chunk)) await once(archive, 'drain')
    }
    archive.end(null)
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

async function writeMember(
  content: AsyncIterable<unknown>,
  path: string,
  aside: string,
): Promise<BackedUpFile> {
  const target = join(aside, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const handle = await open(target, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      await handle.writeFile(chunk)
    }
    await handle.sync()
    return { path, bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

async function readText(content: AsyncIterable<unknown>, size: number): Promise<string> {
  if (size > largestManifest) throw damaged('its manifest is too large')
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function compare(manifest: Manifest, found: Map<string, BackedUpFile>): void {
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = found.get(path)
    if (file === undefined) throw damaged(`${path} is missing`)
    if (file.bytes !== bytes || file.sha256 !== sha256) throw damaged(`${path} was changed`)
    found.delete(path)
  }
  const [more] = found.keys()
  if (more !== undefined) throw damaged(`${more} is not in its manifest`)
}

async function check(aside: string, manifest: Manifest): Promise<void> {
  let head
  try {
    head = checkDatabase(join(aside, databaseName))
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), error)
  }
  if (head.seq !== manifest.head.seq || head.hash !== manifest.head.hash) {
    throw damaged('the log in it is not the one that its manifest tells of')
  }
  const key = await readKeyFile(join(aside, keyName))
  if (key === null) return
  const expected = (await readFile(join(aside, keyCheckName), 'utf8')).trim()
  if (deriveKeys(key).check !== expected) {
    throw new ClawbackError(
      'KEY_MISMATCH',
      'The key is not the one that the contents of this backup were sealed with',
      'Nothing was restored. Give --key the file named "key" of the data folder that was backed up.',
    )
  }
}

async function moveUp(aside: string, folder: string, name: string): Promise<void> {
  try {
    await rename(join(aside, name), join(folder, name))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || name !== keyName) throw error
  }
}

function explainReading(error: unknown, file: string): unknown {
  if (error instanceof ClawbackError) return error
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return error
  if (/^E[A-Z]+$/.test(code)) {
    return new ClawbackError(
      'BACKUP_NOT_READ',
      code === 'ENOENT' ? `There is nothing at ${file}` : `${file} cannot be read (${code})`,
      'Give the file that "clawback backup" wrote.',
      { cause: error },
    )
  }
  return damaged('it is damaged or cut off', error)
}
