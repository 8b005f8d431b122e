import { ClawbackError } from '../server/errors.ts'
import type { Database } from './database.ts'
import { codeOf } from './explain-error.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

export interface DatabaseOptions {
  /** The data folder: where the database is, unless it has a `url`. */
  folder: string
  clock: () => Date
  /** `postgres://…` of a database of Clawback's own. */
  url?: string | undefined
}

/**
 * Opens the database; makes or migrates it first when need be. Several processes may have it open.
 * @throws ClawbackError DATA_FOLDER_NOT_WRITABLE, DATA_FOLDER_NOT_A_FOLDER, DATABASE_NOT_A_DATABASE,
 * DATABASE_CORRUPT, DATABASE_NEWER, DATABASE_BUSY, DATABASE_IO_ERROR, DISK_FULL, MIGRATION_FAILED, MIGRATION_CHANGED;
 * with a url DATABASE_UNREACHABLE, DATABASE_REFUSED, DATABASE_DRIVER_MISSING, SETTING_INVALID
 */
export async function openDatabase({ folder, clock, url }: DatabaseOptions): Promise<Database> {
  if (url === undefined) return await openSqlite({ folder, clock })
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ClawbackError(
      'SETTING_INVALID',
      'DATABASE_URL is not the address of a Postgres database',
      'Give it like postgres://user:password@host/clawback, or unset it to use SQLite in CLAWBACK_DATA.',
    )
  }
  // Only who uses Postgres needs, and pays for, its driver.
  const { openPostgres } = await import('./postgres/open-postgres.ts').catch((error: unknown) => {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new ClawbackError(
      'DATABASE_DRIVER_MISSING',
      'The Postgres driver is not installed',
      'Install it with: npm install pg@8.23.1',
      { cause: error },
    )
  })
  return await openPostgres({ url, clock })
}
