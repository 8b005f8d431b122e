import { createHash } from 'node:crypto'
import type pg from 'pg'
import { migrationFailed, pendingMigrations, type AppliedMigration } from '../pending-migrations.ts'
import type { MigrationFolder } from '../read-migrations.ts'
import { writersLock } from './connect.ts'

/** Applies what is pending: all of it or nothing, in one transaction, one process at a time. */
export async function migrate(client: pg.PoolClient, folder: MigrationFolder, at: Date): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [writersLock])
    const pending = pendingMigrations(folder.migrations, await readApplied(client))
    if (pending.length > 0 || !(await guardsAreLaid(client, folder.guards))) {
      await dropGuards(client)
      for (const { tag, sha256, statements } of pending) {
        try {
          for (const statement of statements) await client.query(statement)
          await client.query('INSERT INTO migrations VALUES ($1, $2, $3)', [tag, sha256, at])
        } catch (error) {
          throw migrationFailed(tag, error)
        }
      }
      for (const guard of folder.guards) await client.query(guard)
      await client.query('DELETE FROM migration_guards')
      await client.query('INSERT INTO migration_guards VALUES ($1)', [hashOf(folder.guards)])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function readApplied(client: pg.PoolClient): Promise<AppliedMigration[]> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migrations (tag text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`,
  )
  await client.query('CREATE TABLE IF NOT EXISTS migration_guards (sha256 text NOT NULL)')
  const { rows } = await client.query<AppliedMigration>('SELECT tag, sha256 FROM migrations ORDER BY tag')
  return rows
}

/** False when they are others than these, or one was dropped or switched off. */
async function guardsAreLaid(client: pg.PoolClient, guards: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ sha256: string }>('SELECT sha256 FROM migration_guards')
  const triggers = guards.filter((guard) => guard.includes('CREATE TRIGGER')).length
  const laid = (await findGuards(client)).filter(({ enabled }) => enabled !== 'D').length
  return rows[0]?.sha256 === hashOf(guards) && laid === triggers
}

async function dropGuards(client: pg.PoolClient): Promise<void> {
  for (const { name, relation } of await findGuards(client)) {
    await client.query(`DROP TRIGGER "${name}" ON ${relation}`)
  }
}

async function findGuards(
  client: pg.PoolClient,
): Promise<{ name: string; relation: string; enabled: string }[]> {
  const { rows } = await client.query<{ name: string; relation: string; enabled: string }>(
    `SELECT tgname AS name, tgrelid::regclass::text AS relation, tgenabled AS enabled FROM pg_trigger
     WHERE tgname LIKE 'guard\\_%' AND NOT tgisinternal`,
  )
  return rows
}

function hashOf(guards: readonly string[]): string {
  return createHash('sha256').update(guards.join('\n')).digest('hex')
}
