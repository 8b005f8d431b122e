import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The columns and constraints that the schema is written in. Each dialect has a kit with the same keys, so that
 * `db/schema/` is written once: dates to the millisecond, real booleans, JSON, whole numbers up to 2^53.
 */
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
  blob: (name: string) => sqlite.blob(name, { mode: 'buffer' }),
  primaryKey: (...columns: [sqlite.AnySQLiteColumn, ...sqlite.AnySQLiteColumn[]]) =>
    sqlite.primaryKey({ columns }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  unique: sqlite.unique,
  check: sqlite.check,
}

export type Kit = typeof sqliteKit

/**
 * Cast once, here: the builders answer to the same names on both dialects. JSON is `json`, not `jsonb`: it keeps
 * the text as written, and takes the \u0000 that a hostile repository may hold.
 */
export const postgresKit = {
  table: pg.pgTable,
  id: () => pg.bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity().primaryKey(),
  text: (name: string) => pg.text(name),
  oneOf: (name: string, values: [string, ...string[]]) => pg.text(name, { enum: values }),
  int: (name: string) => pg.integer(name),
  big: (name: string) => pg.bigint(name, { mode: 'number' }),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  ts: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  json: (name: string) => pg.json(name),
  blob: (name: string) => pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })(name),
  primaryKey: (...columns: [pg.AnyPgColumn, ...pg.AnyPgColumn[]]) => pg.primaryKey({ columns }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  unique: pg.unique,
  check: pg.check,
} as unknown as Kit
