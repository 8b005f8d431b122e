import type BetterSqlite3 from 'better-sqlite3'
import type { Rows } from '../engine.ts'

const kept = 500

/** Prepared statements of one connection, the most recent ones kept. */
export class Statements {
  private readonly connection: BetterSqlite3.Database
  private readonly prepared = new Map<string, BetterSqlite3.Statement>()

  constructor(connection: BetterSqlite3.Database) {
    this.connection = connection
  }

  isRead(sql: string): boolean {
    return this.prepare(sql).readonly
  }

  execute(sql: string, params: unknown[], method: string): Rows {
    const statement = this.prepare(sql)
    if (!statement.reader) {
      statement.run(...params)
      return { rows: [] }
    }
    statement.raw(true)
    if (method === 'get') return { rows: statement.get(...params) as unknown[] }
    return { rows: statement.all(...params) }
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    const known = this.prepared.get(sql)
    if (known !== undefined) {
      this.prepared.delete(sql)
      this.prepared.set(sql, known)
      return known
    }
    const statement = this.connection.prepare(sql)
    this.prepared.set(sql, statement)
    if (this.prepared.size > kept) {
      for (const oldest of this.prepared.keys()) {
        this.prepared.delete(oldest)
        break
      }
    }
    return statement
  }
}
