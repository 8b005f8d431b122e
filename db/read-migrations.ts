import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  /** `0000_ground`: the order and the name. */
  tag: string
  statements: string[]
  sha256: string
}

export interface MigrationFolder {
  migrations: Migration[]
  /** Triggers, laid again after every migration. */
  guards: string[]
}

/** Reads what drizzle-kit wrote under `folder`, and the guards beside it. */
export function readMigrations(folder: string, guardsFile: string): MigrationFolder {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return {
    migrations: journal.entries.map(({ tag }) => {
      const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
      return { tag, statements: split(text), sha256: createHash('sha256').update(text).digest('hex') }
    }),
    guards: split(readFileSync(guardsFile, 'utf8')),
  }
}

function split(text: string): string[] {
  return text
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
