import BetterSqlite3 from 'better-sqlite3'

/** @param timeout How long SQLite itself waits for a lock, in ms; this process stands still meanwhile. */
export function openConnection(file: string, timeout: number): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, { timeout })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = ON')
    // A database that someone else made runs no function of ours from its views and triggers.
    connection.pragma('trusted_schema = OFF')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
