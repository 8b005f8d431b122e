import type BetterSqlite3 from 'better-sqlite3'
import { ClawbackError } from '../../server/errors.ts'
import { explainSqliteError } from './explain-sqlite-error.ts'
import type { Migration, MigrationFolder } from './read-migrations.ts'

interface Applied {
  tag: string
  sha256: string
}

/**
 * The migrations that a database still needs.
 * @throws ClawbackError DATABASE_NEWER when it has some that this version does not know; MIGRATION_CHANGED when one
 * that was applied has another text today.
 */
export function pendingMigrations(connection: BetterSqlite3.Database, known: Migration[]): Migration[] {
  const applied = readApplied(connection)
  for (const [position, { tag, sha256 }] of applied.entries()) {
    const migration = known[position]
    if (migration?.tag !== tag) {
      throw new ClawbackError(
        'DATABASE_NEWER',
        `The database was made by a newer version of Clawback (it has the migration ${tag})`,
        'Install that version or a later one. Nothing was changed.',
      )
    }
    if (migration.sha256 !== sha256) {
      throw new ClawbackError(
        'MIGRATION_CHANGED',
        `Migration ${tag} is not the one that this database was made with`,
        'Install Clawback anew; an applied migration is never edited, a new one is added.',
      )
    }
  }
  return known.slice(applied.length)
}

/**
 * Applies what is pending: all of it or nothing, in one transaction. Foreign keys are off meanwhile, because a
 * table that drizzle-kit rebuilds is dropped, and dropping it would delete the rows that refer to it; they are
 * checked before the commit (https://www.sqlite.org/lang_altertable.html, section 7).
 * @param connection One of its own: foreign keys can be switched only outside a transaction.
 */
export function migrate(connection: BetterSqlite3.Database, folder: MigrationFolder, at: Date): Migration[] {
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have done it while this one waited for the lock.
    const pending = pendingMigrations(connection, folder.migrations)
    dropGuards(connection)
    for (const migration of pending) apply(connection, migration, at)
    for (const guard of folder.guards) connection.exec(guard)
    connection.exec('COMMIT')
    return pending
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function apply(connection: BetterSqlite3.Database, migration: Migration, at: Date): void {
  try {
    for (const statement of migration.statements) connection.exec(statement)
    const broken = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
    if (broken[0] !== undefined) {
      throw new Error(
        `${broken.length} rows of ${broken[0].table} would refer to missing rows of ${broken[0].parent}`,
      )
    }
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (tag TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)',
    )
    connection
      .prepare('INSERT INTO migrations VALUES (?, ?, ?)')
      .run(migration.tag, migration.sha256, at.getTime())
  } catch (error) {
    // A full disk is not the migration's fault.
    if (explainSqliteError(error, connection.name) !== error) throw error
    throw new ClawbackError(
      'MIGRATION_FAILED',
      `Migration ${migration.tag} failed and was undone: ${error instanceof Error ? error.message : 'unknown error'}`,
      'Go on with the version you had, and report this; the folder `backups` holds a copy from before.',
      { cause: error },
    )
  }
}

function readApplied(connection: BetterSqlite3.Database): Applied[] {
  const exists = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'")
    .get()
  if (exists === undefined) return []
  return connection.prepare('SELECT tag, sha256 FROM migrations ORDER BY tag').all() as Applied[]
}

function laidGuards(connection: BetterSqlite3.Database): { name: string; sql: string }[] {
  return connection
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'",
    )
    .all() as { name: string; sql: string }[]
}

/** False when a trigger was dropped or is another: whoever did it, they are laid again. */
export function guardsAreLaid(connection: BetterSqlite3.Database, guards: string[]): boolean {
  const laid = new Set(laidGuards(connection).map(({ sql }) => sql))
  return laid.size === guards.length && guards.every((guard) => laid.has(createStatement(guard)))
}

// SQLite keeps the statement from its first word, without the comments before it and the semicolon behind.
function createStatement(guard: string): string {
  return guard.slice(guard.indexOf('CREATE TRIGGER')).replace(/;$/, '')
}

function dropGuards(connection: BetterSqlite3.Database): void {
  for (const { name } of laidGuards(connection)) connection.exec(`DROP TRIGGER "${name}"`)
}
