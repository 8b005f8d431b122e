import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { link, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pack, type Pack } from 'tar-stream'
import { ClawbackError } from '../../server/errors.ts'
import { idOf, isShelf } from '../content/shelves.ts'
import { syncFolder } from '../content/write-file.ts'
import { codeOf } from '../explain-error.ts'
import { copyDatabase } from '../sqlite/copy-database.ts'
import {
  databaseName,
  keyCheckName,
  keyName,
  manifestName,
  type BackedUpFile,
  type Manifest,
} from './backup-format.ts'

export interface WrittenBackup {
  bytes: number
  /** Of the whole file: noted elsewhere, it shows later that nothing was changed. */
  sha256: string
  manifest: Manifest
}

/**
 * Writes a backup of a data folder that may be in use: the database as it is at one moment first, the contents
 * after it, so that all it refers to is there. The file appears whole or not at all, and never in place of another.
 * @throws ClawbackError BACKUP_EXISTS, BACKUP_NOT_WRITTEN
 */
export async function writeBackup(
  { folder, file, withKey, at }: { folder: string; file: string; withKey: boolean; at: Date },
  onFile: (done: number, total: number) => void,
): Promise<WrittenBackup> {
  const target = resolve(file)
  const scratch = join(folder, 'scratch')
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  const workbench = await mkdtemp(join(scratch, 'backup-'))
  const unfinished = `${target}.unfinished-${process.pid}`
  try {
    const copy = join(workbench, databaseName)
    const head = await copyDatabase(join(folder, databaseName), copy)
    const members = [
      { path: databaseName, from: copy },
      ...(await listContents(folder)).map((path) => ({ path, from: join(folder, path) })),
      ...(withKey ? [{ path: keyName, from: join(folder, keyName) }] : []),
    ]
    const written = await writeFileWith(unfinished, async (archive) => {
      const files: BackedUpFile[] = []
      for (const member of members) {
        const added = await addFile(archive, member)
        if (added !== null) files.push(added)
        onFile(files.length, members.length)
      }
      const createdAt = at.toISOString()
      const manifest: Manifest = { format: 'clawback-backup-1', createdAt, head, withKey, files }
      archive.entry({ name: manifestName, mode: 0o600 }, JSON.stringify(manifest, null, 1))
      return manifest
    })
    // Unlike a rename, this fails when the name is taken.
    await link(unfinished, target)
    await syncFolder(dirname(target))
    return written
  } catch (error) {
    throw explain(error, file)
  } finally {
    await rm(unfinished, { force: true })
    await rm(workbench, { recursive: true, force: true })
  }
}

async function listContents(folder: string): Promise<string[]> {
  const paths = [keyCheckName]
  for (const shelf of (await readdir(join(folder, 'content'))).filter(isShelf).sort()) {
    const names = (await readdir(join(folder, 'content', shelf))).sort()
    paths.push(
      ...names.filter((name) => idOf(shelf, name) !== null).map((name) => `content/${shelf}/${name}`),
    )
  }
  return paths
}

/** null: it was removed meanwhile, as its work was. */
async function addFile(
  archive: Pack,
  { path, from }: { path: string; from: string },
): Promise<BackedUpFile | null> {
  const stats = await stat(from).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' && path !== keyName) return null
    throw error
  })
  if (stats === null) return null
  const hash = createHash('sha256')
  const entry = archive.entry({ name: path, size: stats.size, mode: 0o600 })
  for await (const chunk of createReadStream(from) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (!entry.write(chunk)) await once(entry, 'drain')
  }
  entry.end(null)
  await once(entry, 'finish')
  return { path, bytes: stats.size, sha256: hash.digest('hex') }
}

async function writeFileWith(
  file: string,
  fill: (archive: Pack) => Promise<Manifest>,
): Promise<WrittenBackup> {
  const handle = await open(file, 'wx', 0o600)
  const archive = pack()
  try {
    const hash = createHash('sha256')
    const [manifest] = await Promise.all([
      fill(archive).then((filled) => (archive.finalize(), filled)),
      writeAll(archive, async (chunk) => {
        hash.update(chunk)
        await handle.writeFile(chunk)
      }),
    ])
    await handle.sync()
    return { bytes: (await handle.stat()).size, sha256: hash.digest('hex'), manifest }
  } finally {
    archive.destroy()
    await handle.close()
  }
}

async function writeAll(archive: Pack, write: (chunk: Buffer) => Promise<void>): Promise<void> {
  for await (const chunk of archive as AsyncIterable<Buffer>) await write(chunk)
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof ClawbackError) return error
  const code = codeOf(error)
  if (code === 'EEXIST') {
    return new ClawbackError(
      'BACKUP_EXISTS',
      `${file} exists already`,
      'Give a new name: a backup never takes the place of another.',
      { cause: error },
    )
  }
  if (!/^E[A-Z]+$/.test(code)) return error
  return new ClawbackError(
    'BACKUP_NOT_WRITTEN',
    `${file} could not be written (${code})`,
    'Give a file in a folder that you may write to, with room for the whole data folder.',
    { cause: error },
  )
}
