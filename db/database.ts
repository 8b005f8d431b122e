import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import type { StoredEvent } from './events/stored-event.ts'
import type { Tables } from './schema/tables.ts'

/** What queries are written with: the builders that answer alike on every dialect. Await each of them. */
export type Orm = Pick<
  SqliteRemoteDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>

/** Enough to run a query: a `Database` or a `Transaction`. */
export interface Queryable {
  readonly orm: Orm
  readonly tables: Tables
}

/** Open while the work given to `tx` runs; refused afterwards, so that a forgotten `await` cannot write too late. */
export interface Transaction extends Queryable {
  readonly inTransaction: true
  readonly clock: () => Date
}

export interface Database extends Queryable {
  /**
   * Reads, and single writes that can be made again (caches, ledgers): they survive kill -9, and the last ones may
   * be lost in a power cut.
   */
  readonly orm: Orm
  /**
   * All of the work, or none of it. One transaction at a time, in the order asked for, on disk when the promise
   * resolves, even through a power cut. An error of a query ends the transaction, caught or not. Keep the work short,
   * and never await the network in it: every other write waits.
   */
  tx<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The log as it lies in the database, nothing mended on the way: what `verifyEvents` reads. */
  readStoredEvents(after: number, limit: number): Promise<StoredEvent[]>
  /**
   * Differs from every earlier one once anything was committed since, by whatever process: while it stays the same,
   * so does every answer.
   */
  readMark(): Promise<string>
  /** Waits for what was begun. */
  close(): Promise<void>
}
