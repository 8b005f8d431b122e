import { DrizzleQueryError } from 'drizzle-orm'
import { PgDialect, type PreparedQueryConfig } from 'drizzle-orm/pg-core'
import {
  PgRemoteDatabase,
  PgRemoteSession,
  type PreparedQuery,
  type RemoteCallback,
} from 'drizzle-orm/pg-proxy'
import type { Orm } from '../database.ts'
import type { Execute } from '../engine.ts'

type Nothing = Record<string, never>
type PrepareArguments<T extends PreparedQueryConfig> = Parameters<
  typeof PgRemoteSession.prototype.prepareQuery<T>
>

/** Drizzle over a function that runs statements. Cast once, here: the builders answer to the same names. */
export function createOrm(execute: Execute): Orm {
  const dialect = new PgDialect()
  const session = new PlainErrorSession(execute as RemoteCallback, dialect, undefined)
  return new PgRemoteDatabase(dialect, session as never, undefined) as unknown as Orm
}

/** As on SQLite: drizzle's own errors quote every parameter, so the cause alone is passed on. */
class PlainErrorSession extends PgRemoteSession<Nothing, Nothing> {
  override prepareQuery<T extends PreparedQueryConfig>(...args: PrepareArguments<T>): PreparedQuery<T> {
    const query = super.prepareQuery<T>(...args)
    const execute = query.execute.bind(query)
    return Object.assign(query, {
      execute: (given?: Record<string, unknown>) => execute(given).catch(throwCause),
    })
  }
}

function throwCause(error: unknown): never {
  throw error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error
}
