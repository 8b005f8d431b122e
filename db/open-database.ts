import type { Database } from './database.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

/**
 * Opens the database of a data folder; makes or migrates it first when need be. Several processes may have it open.
 * @throws ClawbackError DATA_FOLDER_NOT_WRITABLE, DATABASE_NOT_A_DATABASE, DATABASE_CORRUPT, DATABASE_NEWER,
 * DATABASE_BUSY, DISK_FULL, MIGRATION_FAILED, MIGRATION_CHANGED
 */
export function openDatabase({ folder, clock }: { folder: string; clock: () => Date }): Promise<Database> {
  return openSqlite({ folder, clock })
}
