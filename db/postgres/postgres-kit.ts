import * as pg from 'drizzle-orm/pg-core'
import type { Kit } from '../kit.ts'

/**
 * The schema's words in Postgres, cast once, here: the builders answer to the same names on both dialects. JSON is
 * `json`, not `jsonb`: it keeps the text as written, and takes the \u0000 that a hostile repository may hold.
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
  primaryKey: (...columns: [pg.AnyPgColumn, ...pg.AnyPgColumn[]]) => pg.primaryKey({ columns }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  unique: pg.unique,
  check: pg.check,
} as unknown as Kit
