import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openContentStore } from '../../db/content/open-content-store.ts'
import { explainDiskError } from '../../db/explain-error.ts'
import { openDatabase } from '../../db/open-database.ts'
import { openSqlite, ownMigrations } from '../../db/sqlite/open-sqlite.ts'
import { explainSqliteError } from '../../db/sqlite/explain-sqlite-error.ts'
import { ClawbackError } from '../../server/errors.ts'
import { temporaryDatabase, temporaryFolder, tickingClock } from './temporary.ts'

const clock = tickingClock()
const migrations = ownMigrations()
const openBoth: [string, (folder: string) => Promise<unknown>][] = [
  ['database', (folder) => openSqlite({ folder, clock, migrations })],
  ['content store', (folder) => openContentStore({ folder, randomBytes })],
]

// Loads the driver while its file can be read: nobody may not read everything that root may.
new BetterSqlite3(':memory:').close()

/** Root may write anywhere: as root, the work is done as nobody. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

test.each(openBoth)('a folder that may not be written is said to be so: %s', async (_, open) => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o555 })
  await asOrdinaryUser(async () => {
    await expect(open(closed)).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE', exitCode: 2 })
    await expect(open(join(closed, 'data'))).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' })
  })
})

test('a database of another user is said not to be writable', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ folder, clock })).close()
  chmodSync(join(folder, 'clawback.db'), 0o444)
  chmodSync(folder, 0o555)
  await asOrdinaryUser(async () => {
    await expect(openSqlite({ folder, clock, migrations })).rejects.toMatchObject({
      code: 'DATA_FOLDER_NOT_WRITABLE',
    })
  })
})

test.each(openBoth)('a file in the place of the folder is said to be in the way: %s', async (_, open) => {
  const file = join(temporaryFolder(), 'data')
  writeFileSync(file, '')
  await expect(open(file)).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_A_FOLDER' })
  await expect(open(join(file, 'below'))).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_A_FOLDER' })
})

test('what is no database is left as it is, and said to be none', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'clawback.db'), 'This is a letter, not a database.'.repeat(200))
  await expect(openDatabase({ folder, clock })).rejects.toMatchObject({ code: 'DATABASE_NOT_A_DATABASE' })
})

test('a damaged database is said to be damaged', async () => {
  const folder = temporaryFolder()
  await (await openDatabase({ folder, clock })).close()
  const file = join(folder, 'clawback.db')
  const sqlite = new BetterSqlite3(file)
  sqlite.pragma('journal_mode = DELETE')
  const size = sqlite.pragma('page_count', { simple: true }) as number
  sqlite.close()
  // Every page but the first, which says that it is a database.
  const handle = openSync(file, 'r+')
  writeSync(handle, randomBytes(4096 * (size - 1)), 0, 4096 * (size - 1), 4096)
  closeSync(handle)
  await expect(openDatabase({ folder, clock })).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' })
})

test('a full disk is said to be full, with the exit code of what can be run again', () => {
  const folder = temporaryFolder()
  const sqlite = new BetterSqlite3(join(folder, 'full.db'))
  sqlite.exec('CREATE TABLE t (x)')
  sqlite.pragma('max_page_count = 3')
  const bySqlite = caught(() => sqlite.exec('INSERT INTO t VALUES (zeroblob(100000))'))
  sqlite.close()
  expect(explainSqliteError(bySqlite, 'clawback.db')).toMatchObject({ code: 'DISK_FULL', exitCode: 3 })

  const bySystem = caught(() => writeFileSync('/dev/full', 'x'))
  expect(explainDiskError(bySystem, 'content')).toMatchObject({ code: 'DISK_FULL', exitCode: 3 })
})

test('an error that is nobody’s to explain comes back as it is', async () => {
  const bug = new TypeError('undefined is not a function')
  expect(explainDiskError(bug, 'x')).toBe(bug)
  expect(explainSqliteError(bug, 'x')).toBe(bug)
  const known = new ClawbackError('X', 'x', 'x')
  expect(explainSqliteError(known, 'x')).toBe(known)

  // An error of the work is not taken for one of the database.
  const db = await temporaryDatabase()
  const ofWork = caught(() => rmSync('/no/such/file'))
  await expect(db.tx(() => Promise.reject(ofWork as Error))).rejects.toBe(ofWork)
})

test('a data folder behind a link works', async () => {
  const real = temporaryFolder()
  const link = join(temporaryFolder(), 'data')
  symlinkSync(real, link)
  for (const [, open] of openBoth) await open(link)
})

function caught(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('It was to fail')
}
