import type { Queryable } from '../../../db/database.ts'
import { listAlerts as selectAlerts } from '../../../db/queries/alerts.ts'

export interface AlertRow {
  id: number
  kind: string
  text: string
  raisedAt: string
  data: unknown
}

/** What somebody must know, the newest first. */
export async function listAlerts({ db }: { db: Queryable }, limit: number): Promise<AlertRow[]> {
  return (await selectAlerts(db, { limit })).map(({ id, kind, text, raisedAt, data }) => ({
    id,
    kind,
    text,
    raisedAt: raisedAt.toISOString(),
    data,
  }))
}
