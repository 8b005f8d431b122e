import { setTimeout as sleep } from 'node:timers/promises'
import type BetterSqlite3 from 'better-sqlite3'
import { createTurns } from '../create-turns.ts'
import { codeOf } from '../explain-error.ts'

/** What a power cut may take: `full` nothing that was committed, `normal` the last commits (kill -9 takes none). */
export type Durability = 'full' | 'normal'

const waitForOtherProcess = 30_000

/**
 * The one connection that writes. Work takes turns, so that awaiting inside a transaction can never let another
 * writer of this process in; other processes wait in SQLite's own lock.
 */
export class Writer {
  private readonly connection: BetterSqlite3.Database
  private readonly turns = createTurns(1)

  constructor(connection: BetterSqlite3.Database) {
    this.connection = connection
  }

  transact<T>(durability: Durability, work: () => T | Promise<T>): Promise<T> {
    return this.turns(() => this.run(durability, work))
  }

  /** Resolves when everything asked for so far is done. */
  idle(): Promise<void> {
    return this.turns(() => Promise.resolve())
  }

  private async run<T>(durability: Durability, work: () => T | Promise<T>): Promise<T> {
    // Only outside a transaction can this be changed.
    this.connection.pragma(`synchronous = ${durability}`)
    await begin(this.connection)
    try {
      const result = await work()
      this.connection.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk, an I/O error).
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK')
      throw error
    }
  }
}

/** Takes the write lock at once, so that nothing read inside can be stale; waits without blocking the process. */
async function begin(connection: BetterSqlite3.Database): Promise<void> {
  for (let waited = 0, pause = 1; ; waited += pause, pause = Math.min(pause * 2, 50)) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || waited >= waitForOtherProcess) throw error
      await sleep(pause)
    }
  }
}
