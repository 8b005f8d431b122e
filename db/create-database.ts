import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, Transaction } from './database.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './schema/tables.ts'

interface Turn {
  state: 'open' | 'failed' | 'ended'
  /** Why it failed. */
  error?: unknown
}

/** A database over an engine, with the rules that hold on every one of them. */
export function createDatabase(engine: Engine, tables: Tables, clock: () => Date): Database {
  const current = new AsyncLocalStorage<Turn>()

  /** Waiting for one's turn from inside the turn would never end. */
  function refuseInside(): void {
    if (current.getStore()?.state === 'open') {
      throw new Error('Inside a transaction, use the transaction that was handed in, not the database')
    }
  }

  async function tx<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseInside()
    return await engine.transact(async (execute) => {
      const turn: Turn = { state: 'open' }
      const orm = engine.createOrm(async (sql, params, method) => {
        if (turn.state === 'ended')
          throw new Error('The transaction has ended: a query in it was not awaited')
        if (turn.state === 'failed') throw turn.error
        try {
          return await execute(sql, params, method)
        } catch (error) {
          // SQLite may have rolled back by itself, and Postgres takes nothing more.
          Object.assign(turn, { state: 'failed', error })
          throw error
        }
      })
      const handedIn: Transaction = { orm, tables, clock, inTransaction: true }
      try {
        // Awaited in there, too: drizzle's builders run only when they are awaited.
        const result = await current.run(turn, async () => await work(handedIn))
        if (turn.state === 'failed') throw turn.error
        return result
      } finally {
        turn.state = 'ended'
      }
    })
  }

  return {
    orm: engine.createOrm(async (sql, params, method) => {
      refuseInside()
      return await engine.execute(sql, params, method)
    }),
    tables,
    tx,
    readMark: () => engine.readMark(),
    readStoredEvents: (after, limit) => engine.readStoredEvents(after, limit),
    close: () => engine.close(),
  }
}
