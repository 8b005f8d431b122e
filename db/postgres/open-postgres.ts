import { join } from 'node:path'
import pg from 'pg'
import { packageRoot } from '../../server/package-root.ts'
import { createDatabase } from '../create-database.ts'
import type { Database } from '../database.ts'
import { readMigrations } from '../read-migrations.ts'
import { connect } from './connect.ts'
import { explainPostgresError } from './explain-postgres-error.ts'
import { migrate } from './migrate.ts'
import { postgresTables } from './tables.ts'

/** Opens a Postgres database of Clawback's own; makes or migrates its tables first when need be. */
export async function openPostgres({ url, clock }: { url: string; clock: () => Date }): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000 })
  // A connection that ends while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    const client = await pool.connect()
    const db = join(packageRoot, 'db')
    const migrations = readMigrations(join(db, 'migrations', 'postgres'), join(db, 'guards', 'postgres.sql'))
    try {
      await migrate(client, migrations, clock())
    } finally {
      client.release()
    }
    return createDatabase(connect(pool), postgresTables, clock)
  } catch (error) {
    await pool.end()
    throw explainPostgresError(error)
  }
}
