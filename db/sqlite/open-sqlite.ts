import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../server/package-root.ts'
import { createDatabase } from '../create-database.ts'
import { makeDataFolder } from '../data-folder.ts'
import type { Database } from '../database.ts'
import { explainDiskError } from '../explain-error.ts'
import { readMigrations, type MigrationFolder } from '../read-migrations.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { connect } from './connect.ts'
import { explainSqliteError } from './explain-sqlite-error.ts'
import { sqliteTables } from './tables.ts'

export interface SqliteOptions {
  /** The data folder, made when it is missing. */
  folder: string
  clock: () => Date
  /** The program's own, unless a test brings others. */
  migrations?: MigrationFolder
}

/** Opens `clawback.db` in the data folder; makes or migrates it first when need be. */
export async function openSqlite({
  folder,
  clock,
  migrations = ownMigrations(),
}: SqliteOptions): Promise<Database> {
  const file = join(folder, 'clawback.db')
  try {
    makeDataFolder(folder)
    // SQLite gives the files it makes beside the database (-wal, -shm) the mode of the database itself.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    await bringUpToDate({ file, backups: join(folder, 'backups'), migrations, now: clock() })
    return createDatabase(connect(file), sqliteTables, clock)
  } catch (error) {
    throw explainDiskError(explainSqliteError(error, file), file)
  }
}

export function ownMigrations(): MigrationFolder {
  const db = join(packageRoot, 'db')
  return readMigrations(join(db, 'migrations', 'sqlite'), join(db, 'guards', 'sqlite.sql'))
}
