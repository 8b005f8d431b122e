import type BetterSqlite3 from 'better-sqlite3'
import { migrationFailed, pendingMigrations, type AppliedMigration } from '../pending-migrations.ts'
import type { Migration, MigrationFolder } from '../read-migrations.ts'
import { explainSqliteError } from './explain-sqlite-error.ts'
import { dropGuards, layGuards } from './guards.ts'

/**
 * Applies what is pending: all of it or nothing, in one transaction. Foreign keys are off meanwhile, because a
 * table that drizzle-kit rebuilds is dropped, and dropping it would delete the rows that refer to it; they are
 * checked before the commit (https://www.sqlite.org/lang_altertable.html, section 7).
 * @param connection One of its own: foreign keys can be switched only outside a transaction.
 */
export function migrate(connection: BetterSqlite3.Database, folder: MigrationFolder, at: Date): void {
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    dropGuards(connection)
    // Asked again: another process may have migrated while this one waited for the lock.
    for (const migration of pendingMigrations(folder.migrations, readApplied(connection))) {
      apply(connection, migration, at)
    }
    layGuards(connection, folder.guards)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

/** The database's own list of what was applied to it, in order. */
export function readApplied(connection: BetterSqlite3.Database): AppliedMigration[] {
  const exists = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'")
    .get()
  if (exists === undefined) return []
  return connection.prepare<[], AppliedMigration>('SELECT tag, sha256 FROM migrations ORDER BY tag').all()
}

function apply(connection: BetterSqlite3.Database, { tag, sha256, statements }: Migration, at: Date): void {
  try {
    for (const statement of statements) connection.exec(statement)
    refuseOrphans(connection)
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (tag text PRIMARY KEY NOT NULL, sha256 text NOT NULL, applied_at integer NOT NULL)',
    )
    connection.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(tag, sha256, at.getTime())
  } catch (error) {
    // A full disk is not the migration's fault.
    throw explainSqliteError(error, connection.name) === error ? migrationFailed(tag, error) : error
  }
}

function refuseOrphans(connection: BetterSqlite3.Database): void {
  const orphans = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (orphans[0] === undefined) return
  const { table, parent } = orphans[0]
  throw new Error(
    `${orphans.length} rows would be left behind, the first in ${table}, without theirs in ${parent}`,
  )
}
