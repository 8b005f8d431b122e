import type pg from 'pg'
import type { StoredEvent } from '../events/stored-event.ts'

interface Row {
  number: string
  ms: string
  actor: string
  kind: string
  subject: string
  data: string
  prev_hash: string
  hash: string
}

/** Postgres keeps no other type in a column, and no text that is not UTF-8: the rows are what is stored. */
export async function readStoredEvents(
  connection: pg.Pool,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const { rows } = await connection.query<Row>(
    `SELECT seq::text AS number, (extract(epoch FROM at) * 1000)::bigint::text AS ms, actor, kind, subject, data, prev_hash, hash
     FROM events WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [Math.max(after, Number.MIN_SAFE_INTEGER), limit],
  )
  return rows.map(({ number, ms, prev_hash: prevHash, ...texts }) => {
    const seq = Number(number)
    const at = new Date(Number(ms))
    const event = Number.isNaN(at.getTime()) ? null : { ...texts, seq, at, prevHash }
    return { seq, event }
  })
}
