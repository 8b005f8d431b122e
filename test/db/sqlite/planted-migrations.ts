import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownMigrations } from '../../../db/sqlite/open-sqlite.ts'
import { readMigrations, type MigrationFolder } from '../../../db/read-migrations.ts'

/** Writes migrations as drizzle-kit does, and reads them back as the program does. */
export function plantMigrations(folder: string, planted: Record<string, string[]>): MigrationFolder {
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = Object.keys(planted).map((tag) => ({ tag }))
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }))
  for (const [tag, statements] of Object.entries(planted)) {
    writeFileSync(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'))
  }
  const guards = join(folder, 'guards.sql')
  writeFileSync(guards, '')
  return readMigrations(folder, guards)
}

/** The program's own migrations, and planted ones after them. */
export function ownAndThen(folder: string, planted: Record<string, string[]>): MigrationFolder {
  const own = ownMigrations()
  return { ...own, migrations: [...own.migrations, ...plantMigrations(folder, planted).migrations] }
}
