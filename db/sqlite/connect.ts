import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, Orm, Transaction } from '../database.ts'
import { createOrm } from './create-orm.ts'
import { explainSqliteError } from './explain-sqlite-error.ts'
import { openConnection } from './open-connection.ts'
import { readStoredEvents } from './read-stored-events.ts'
import { Statements } from './statements.ts'
import { sqliteTables } from './tables.ts'
import { Writer } from './writer.ts'

type State = { is: 'open' } | { is: 'failed'; error: unknown } | { is: 'ended' }

/**
 * Two connections to a database that is up to date: one reads, and never waits; one writes, and one at a time. So a
 * transaction may await between its queries, which the driver's own transactions do not allow.
 */
export function connect(file: string, clock: () => Date): Database {
  const reading = openConnection(file, 30_000)
  reading.pragma('query_only = ON')
  // Short: the writer waits for other processes by itself, and this one goes on meanwhile.
  const writing = openConnection(file, 20)
  // What is deleted is overwritten: paths and contact details must not stay behind in free pages.
  writing.pragma('secure_delete = ON')
  const reads = new Statements(reading)
  const writes = new Statements(writing)
  const writer = new Writer(writing)
  const current = new AsyncLocalStorage<{ state: State }>()

  const explained = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw explainSqliteError(error, file)
    }
  }

  /** Waiting for one's turn from inside the turn would never end. */
  const refuseInside = () => {
    if (current.getStore()?.state.is === 'open') {
      throw new Error('Inside a transaction, use the transaction that was handed in, not the database')
    }
  }

  const orm = createOrm((sql, params, method) => {
    refuseInside()
    return explained(() =>
      reads.isRead(sql)
        ? reads.execute(sql, params, method)
        : writer.transact('normal', () => writes.execute(sql, params, method)),
    )
  })

  /** After an error SQLite may have rolled back by itself, so nothing more is taken: as on Postgres. */
  const ormOf = (turn: { state: State }): Orm =>
    createOrm((sql, params, method) => {
      if (turn.state.is === 'ended')
        throw new Error('The transaction has ended: a query in it was not awaited')
      if (turn.state.is === 'failed') throw turn.state.error
      return explained(() => writes.execute(sql, params, method)).catch((error: unknown) => {
        turn.state = { is: 'failed', error }
        throw error
      })
    })

  return {
    orm,
    tables: sqliteTables,

    async tx(work) {
      refuseInside()
      const turn: { state: State } = { state: { is: 'open' } }
      const handedIn: Transaction = { orm: ormOf(turn), tables: sqliteTables, clock, inTransaction: true }
      return await explained(() =>
        writer.transact('full', async () => {
          try {
            // Awaited in there, too: drizzle's builders run only when they are awaited.
            const result = await current.run(turn, async () => await work(handedIn))
            if (turn.state.is === 'failed') throw turn.state.error
            return result
          } finally {
            turn.state = { is: 'ended' }
          }
        }),
      )
    },

    readStoredEvents: (after, limit) => explained(() => readStoredEvents(reading, after, limit)),

    async close() {
      await writer.idle()
      reading.close()
      writing.close()
    },
  }
}
