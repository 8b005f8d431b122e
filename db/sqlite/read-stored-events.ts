import type BetterSqlite3 from 'better-sqlite3'
import type { StoredEvent } from '../events/stored-event.ts'

const texts = ['actor', 'kind', 'subject', 'data', 'prev_hash', 'hash'] as const

/**
 * The log as it lies in the file. SQLite keeps any type in any column, and mends text that is not UTF-8 when it is
 * read: both would hide a changed byte, so types are compared and the text is read as bytes.
 */
export function readStoredEvents(
  connection: BetterSqlite3.Database,
  after: number,
  limit: number,
): StoredEvent[] {
  const columns = texts.map((name) => `typeof(${name}) AS ${name}_type, CAST(${name} AS BLOB) AS ${name}`)
  return connection
    .prepare<[number, number], Record<string, unknown>>(
      `SELECT seq, at, typeof(at) AS at_type, ${columns.join(', ')} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(after, limit)
    .map(readRow)
}

function readRow(row: Record<string, unknown>): StoredEvent {
  const seq = row['seq'] as number
  try {
    const text = (name: (typeof texts)[number]) => {
      if (row[`${name}_type`] !== 'text') throw new Error(`${name} is not text`)
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(row[name] as Buffer)
    }
    const at = new Date(row['at_type'] === 'integer' ? (row['at'] as number) : NaN)
    if (Number.isNaN(at.getTime())) throw new Error('at is not a time')
    const event = {
      seq,
      at,
      actor: text('actor'),
      kind: text('kind'),
      subject: text('subject'),
      data: text('data'),
      prevHash: text('prev_hash'),
      hash: text('hash'),
    }
    return { seq, event }
  } catch {
    return { seq, event: null }
  }
}
