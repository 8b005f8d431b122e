import { DrizzleQueryError } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import {
  type AsyncRemoteCallback,
  type PreparedQueryConfig,
  type RemotePreparedQuery,
  SqliteRemoteDatabase,
  SQLiteRemoteSession,
} from 'drizzle-orm/sqlite-proxy'
import type { Orm } from '../database.ts'
import type { Execute } from '../engine.ts'

type Placeholders = Record<string, unknown>
type Nothing = Record<string, never>
type PrepareArguments = Parameters<SQLiteRemoteSession<Nothing, Nothing>['prepareQuery']>

/** Drizzle over a function that runs statements: that function chooses the connection, and waits for its turn. */
export function createOrm(execute: Execute): Orm {
  const dialect = new SQLiteAsyncDialect()
  const session = new PlainErrorSession(execute as AsyncRemoteCallback, dialect, undefined)
  return new SqliteRemoteDatabase<Nothing>('async', dialect, session, undefined)
}

/**
 * Drizzle wraps each error in one whose message quotes every parameter: paths of originals, contact details. Here
 * the cause alone is passed on.
 */
class PlainErrorSession extends SQLiteRemoteSession<Nothing, Nothing> {
  override prepareQuery<T extends Omit<PreparedQueryConfig, 'run'>>(
    ...args: PrepareArguments
  ): RemotePreparedQuery<T> {
    const query = super.prepareQuery<T>(...args)
    const run = query.run.bind(query)
    const all = query.all.bind(query)
    const get = query.get.bind(query)
    const values = query.values.bind(query)
    return Object.assign(query, {
      run: (given?: Placeholders) => run(given).catch(throwCause),
      all: (given?: Placeholders) => all(given).catch(throwCause),
      get: (given?: Placeholders) => get(given).catch(throwCause),
      values: (given?: Placeholders) => values(given).catch(throwCause),
    })
  }
}

function throwCause(error: unknown): never {
  throw error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error
}
