import BetterSqlite3 from 'better-sqlite3'
import type { Head } from '../events/verify-events.ts'
import { openConnection } from './open-connection.ts'

/**
 * Copies a database that may be in use, as it is at one moment (SQLite's online backup), into one file of its own.
 * Gives the head of its log.
 */
export async function copyDatabase(file: string, target: string): Promise<Head> {
  const connection = openConnection(file, 30_000)
  try {
    await connection.backup(target)
  } finally {
    connection.close()
  }
  const copy = new BetterSqlite3(target)
  try {
    // What is in the log beside the file would not be in the copy.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  return checkDatabase(target)
}

/** The head of the log of a database file, read without changing it. @throws when it is damaged */
export function checkDatabase(file: string): Head {
  const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('trusted_schema = OFF')
    const result = connection.pragma('integrity_check', { simple: true })
    if (result !== 'ok') throw new Error(`the database is damaged: ${String(result)}`)
    const head = connection.prepare('SELECT seq, hash FROM event_head').get() as Head | undefined
    if (head === undefined) throw new Error('the database has no log')
    return { seq: head.seq, hash: head.hash }
  } finally {
    connection.close()
  }
}
