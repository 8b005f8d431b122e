import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { packageRoot } from '../../server/package-root.ts'
import { makeDataFolder } from '../data-folder.ts'
import type { Database, Transaction } from '../database.ts'
import { backupBefore } from './backup.ts'
import { explainError } from './errors.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { readMigrations, type MigrationFolder } from './migrations.ts'
import { createOrm } from './orm.ts'
import { Statements } from './statements.ts'
import { sqliteTables } from './tables.ts'
import { Writer } from './writer.ts'

export const databaseFile = 'clawback.db'

export interface SqliteOptions {
  /** Made with mode 0700 when it is missing. */
  folder: string
  clock: () => Date
  /** The program's own, unless a test brings others. */
  migrations?: MigrationFolder
}

/** Opens the database in `folder`, made or migrated first when need be. */
export async function openSqlite({
  folder,
  clock,
  migrations = ownMigrations(),
}: SqliteOptions): Promise<Database> {
  const file = join(folder, databaseFile)
  try {
    prepareFile(folder, file)
    await bringUpToDate(file, join(folder, 'backups'), migrations, clock())
    return connect(file, clock)
  } catch (error) {
    throw explainError(error, file)
  }
}

function ownMigrations(): MigrationFolder {
  const db = join(packageRoot, 'db')
  return readMigrations(join(db, 'migrations', 'sqlite'), join(db, 'guards', 'sqlite.sql'))
}

/** SQLite gives the files beside the database (-wal, -shm) the mode of the database file itself. */
function prepareFile(folder: string, file: string): void {
  makeDataFolder(folder)
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
}

async function bringUpToDate(
  file: string,
  backups: string,
  migrations: MigrationFolder,
  now: Date,
): Promise<void> {
  const connection = openConnection(file)
  try {
    const [first] = pendingMigrations(connection, migrations.migrations)
    const holdsData = connection.prepare('SELECT 1 FROM sqlite_master').get() !== undefined
    if (first !== undefined && holdsData) await backupBefore(connection, backups, first.tag, now)
    migrate(connection, migrations, now)
  } finally {
    connection.close()
  }
}

function openConnection(file: string, timeout = 30_000): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, { timeout })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function connect(file: string, clock: () => Date): Database {
  const readConnection = openConnection(file)
  readConnection.pragma('query_only = ON')
  // Short: the writer waits for other processes by itself, without blocking this one.
  const writeConnection = openConnection(file, 20)
  const reads = new Statements(readConnection)
  const writes = new Statements(writeConnection)
  const writer = new Writer(writeConnection)
  const running = new AsyncLocalStorage<{ open: boolean }>()

  const orm = createOrm(async (sql, params, method) => {
    refuseInside(running)
    try {
      if (reads.isRead(sql)) return reads.execute(sql, params, method)
      return await writer.transact('normal', () => writes.execute(sql, params, method))
    } catch (error) {
      throw explainError(error, file)
    }
  })

  async function tx<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseInside(running)
    const state = { open: false }
    const txOrm = createOrm((sql, params, method) => {
      if (!state.open) throw new Error('This transaction has ended: a query in it was not awaited')
      return Promise.resolve(writes.execute(sql, params, method))
    })
    try {
      return await writer.transact('full', async () => {
        state.open = true
        try {
          // Awaited in there, too: drizzle's builders run only when they are awaited.
          const handedIn: Transaction = { orm: txOrm, tables: sqliteTables, clock, inTransaction: true }
          return await running.run(state, async () => await work(handedIn))
        } finally {
          state.open = false
        }
      })
    } catch (error) {
      throw explainError(error, file)
    }
  }

  async function close(): Promise<void> {
    await writer.idle()
    readConnection.close()
    writeConnection.close()
  }

  return { orm, tables: sqliteTables, tx, close }
}

/** Waiting for the queue from inside the work that the queue waits for would never end. */
function refuseInside(running: AsyncLocalStorage<{ open: boolean }>): void {
  if (running.getStore()?.open === true) {
    throw new Error('Inside a transaction, use the transaction that was handed in, not the database')
  }
}
