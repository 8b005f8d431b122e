import type BetterSqlite3 from 'better-sqlite3'

/** False when a trigger was dropped or is another: whoever did it, they are laid again. */
export function guardsAreLaid(connection: BetterSqlite3.Database, guards: readonly string[]): boolean {
  const laid = new Set(findGuards(connection).map(({ sql }) => sql))
  return laid.size === guards.length && guards.every((guard) => laid.has(createStatement(guard)))
}

export function layGuards(connection: BetterSqlite3.Database, guards: readonly string[]): void {
  for (const guard of guards) connection.exec(guard)
}

export function dropGuards(connection: BetterSqlite3.Database): void {
  for (const { name } of findGuards(connection)) connection.exec(`DROP TRIGGER "${name}"`)
}

function findGuards(connection: BetterSqlite3.Database): { name: string; sql: string }[] {
  return connection
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'`,
    )
    .all()
}

// SQLite keeps the statement from its first word, without the comments before it and the semicolon behind.
function createStatement(guard: string): string {
  return guard.slice(guard.indexOf('CREATE TRIGGER')).replace(/;$/, '')
}
