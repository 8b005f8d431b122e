import { pendingMigrations } from '../pending-migrations.ts'
import type { MigrationFolder } from '../read-migrations.ts'
import { backUpBefore } from './back-up-before.ts'
import { guardsAreLaid } from './guards.ts'
import { migrate, readApplied } from './migrate.ts'
import { openConnection } from './open-connection.ts'

export interface UpToDateOptions {
  file: string
  /** Where the copy goes that is made first, when the database holds something. */
  backups: string
  migrations: MigrationFolder
  now: Date
}

/** Migrates the database file, on a connection of its own. */
export async function bringUpToDate({ file, backups, migrations, now }: UpToDateOptions): Promise<void> {
  const connection = openConnection(file, 30_000)
  try {
    const [next] = pendingMigrations(migrations.migrations, readApplied(connection))
    if (next === undefined && guardsAreLaid(connection, migrations.guards)) return
    const holdsSomething = connection.prepare('SELECT 1 FROM sqlite_master').get() !== undefined
    if (next !== undefined && holdsSomething) await backUpBefore(connection, backups, next.tag, now)
    migrate(connection, migrations, now)
  } finally {
    connection.close()
  }
}
