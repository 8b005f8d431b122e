import type { Engine } from '../engine.ts'
import { createOrm } from './create-orm.ts'
import { explainSqliteError } from './explain-sqlite-error.ts'
import { openConnection } from './open-connection.ts'
import { readStoredEvents } from './read-stored-events.ts'
import { Statements } from './statements.ts'
import { Writer } from './writer.ts'

/**
 * Two connections to a database that is up to date: one reads, and never waits; one writes, and one at a time. So a
 * transaction may await between its queries, which the driver's own transactions do not allow.
 */
export function connect(file: string): Engine {
  const reading = openConnection(file, 30_000)
  reading.pragma('query_only = ON')
  // Short: the writer waits for other processes by itself, and this one goes on meanwhile.
  const writing = openConnection(file, 20)
  // What is deleted is overwritten: paths and contact details must not stay behind in free pages.
  writing.pragma('secure_delete = ON')
  const reads = new Statements(reading)
  const writes = new Statements(writing)
  const writer = new Writer(writing)

  async function explained<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explainSqliteError(error, file)
    }
  }

  return {
    createOrm,

    execute: (sql, params, method) =>
      explained(() =>
        reads.isRead(sql)
          ? reads.execute(sql, params, method)
          : writer.transact('normal', () => writes.execute(sql, params, method)),
      ),

    transact: (work) =>
      explained(() =>
        writer.transact('full', () =>
          work((sql, params, method) => explained(() => writes.execute(sql, params, method))),
        ),
      ),

    // What this connection reads is written by others: by our writer and by other processes.
    readMark: () => explained(() => String(reading.pragma('data_version', { simple: true }))),

    readStoredEvents: (after, limit) => explained(() => readStoredEvents(reading, after, limit)),

    async close() {
      await writer.idle()
      reading.close()
      writing.close()
    },
  }
}
