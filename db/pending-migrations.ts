import { ClawbackError } from '../server/errors.ts'
import type { Migration } from './read-migrations.ts'

export type AppliedMigration = Pick<Migration, 'tag' | 'sha256'>

/**
 * The migrations that a database still needs.
 * @param applied What its own list says, in order
 * @throws ClawbackError DATABASE_NEWER when it has some that this version does not know; MIGRATION_CHANGED when one
 * that was applied has another text today
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
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

export function migrationFailed(tag: string, cause: unknown): ClawbackError {
  return new ClawbackError(
    'MIGRATION_FAILED',
    `Migration ${tag} failed and was undone: ${cause instanceof Error ? cause.message : 'unknown error'}`,
    'Go on with the version you had, and report this.',
    { cause },
  )
}
