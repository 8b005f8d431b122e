import type { Orm } from './database.ts'
import type { StoredEvent } from './events/stored-event.ts'

/** The shape that drizzle's proxy sessions ask for. */
export interface Rows {
  rows: unknown[]
}

/** Runs one statement; `method` says which shape drizzle wants the rows in. */
export type Execute = (sql: string, params: unknown[], method: string) => Promise<Rows>

/** What differs from one database to another. Errors that a person can act on come out as ClawbackErrors. */
export interface Engine {
  createOrm(execute: Execute): Orm
  /** Outside transactions: reads at once, a write in its turn. */
  execute: Execute
  /** Alone among all that write, in this process and others; on disk when the promise resolves. */
  transact<T>(work: (execute: Execute) => Promise<T>): Promise<T>
  /** Differs from every earlier one once anything was committed since, by whatever process. */
  readMark(): Promise<string>
  readStoredEvents(after: number, limit: number): Promise<StoredEvent[]>
  close(): Promise<void>
}
