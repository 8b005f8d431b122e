import * as sqlite from 'drizzle-orm/sqlite-core'

/** The schema's words in SQLite: numbers are 64 bits wide, times are milliseconds since 1970, JSON is text. */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  /** A number that the database gives and never gives again: an id outlives its row in the event log. */
  id: () => sqlite.integer('id').primaryKey({ autoIncrement: true }),
  text: (name: string) => sqlite.text(name),
  oneOf: <Value extends string, Values extends readonly [Value, ...Value[]]>(name: string, values: Values) =>
    sqlite.text(name, { enum: values }),
  int: (name: string) => sqlite.integer(name, { mode: 'number' }),
  big: (name: string) => sqlite.integer(name, { mode: 'number' }),
  real: (name: string) => sqlite.real(name),
  bool: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  ts: (name: string) => sqlite.integer(name, { mode: 'timestamp_ms' }),
  json: <Value>(name: string) => sqlite.text(name, { mode: 'json' }).$type<Value>(),
  primaryKey: (...columns: [sqlite.AnySQLiteColumn, ...sqlite.AnySQLiteColumn[]]) =>
    sqlite.primaryKey({ columns }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  unique: sqlite.unique,
  check: sqlite.check,
}
