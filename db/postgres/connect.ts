import type pg from 'pg'
import { createTurns } from '../create-turns.ts'
import type { Engine, Execute } from '../engine.ts'
import { createOrm } from './create-orm.ts'
import { explainPostgresError } from './explain-postgres-error.ts'
import { readStoredEvents } from './read-stored-events.ts'
import { valueTypes } from './value-types.ts'

/** Any number, as long as every Clawback takes the same one. */
export const writersLock = 0x636c6177

/**
 * Reads share the pool; writes take one lock for the whole database, so that the same code is as safe as on SQLite:
 * what a transaction has read cannot change before it ends.
 */
export function connect(pool: pg.Pool): Engine {
  const turns = createTurns(1)

  async function explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explainPostgresError(error)
    }
  }

  function transact<T>(work: (execute: Execute) => Promise<T>): Promise<T> {
    return explained(() =>
      turns(async () => {
        const client = await pool.connect()
        let cut: Error | undefined
        const onError = (error: Error) => (cut = error)
        // Without a listener, a connection that is cut while nothing waits for it would end the process.
        client.on('error', onError)
        try {
          await client.query('BEGIN')
          // Its own statement: what is read after it is what the last writer left.
          await client.query('SELECT pg_advisory_xact_lock($1)', [writersLock])
          const result = await work((sql, params, method) =>
            explained(() => run(client, sql, params, method)),
          )
          await client.query('COMMIT')
          return result
        } catch (error) {
          await client.query('ROLLBACK').catch(onError)
          throw cut ?? error
        } finally {
          client.off('error', onError)
          client.release(cut)
        }
      }),
    )
  }

  return {
    createOrm,
    transact,
    execute: (sql, params, method) =>
      /^\s*\(?select\b/i.test(sql)
        ? explained(() => run(pool, sql, params, method))
        : transact((execute) => execute(sql, params, method)),
    // The snapshot names every transaction that had ended, and those that had not.
    readMark: () =>
      explained(async () => {
        const { rows } = await pool.query<{ mark: string }>('SELECT pg_current_snapshot()::text AS mark')
        return rows[0]!.mark
      }),
    readStoredEvents: (after, limit) => explained(() => readStoredEvents(pool, after, limit)),
    async close() {
      await turns(() => pool.end())
    },
  }
}

async function run(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[],
  method: string,
): Promise<{ rows: unknown[] }> {
  const query = { text, values, types: valueTypes }
  if (method === 'execute') return { rows: (await connection.query<Record<string, unknown>>(query)).rows }
  return { rows: (await connection.query<unknown[]>({ ...query, rowMode: 'array' })).rows }
}
