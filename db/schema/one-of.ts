import { sql, type Column, type SQL } from 'drizzle-orm'

/** The condition of a CHECK: the database, too, refuses a word that the code does not know. */
export function isOneOf(column: Column, values: readonly string[]): SQL {
  const words = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')
  return sql`${column} in (${sql.raw(words)})`
}
