import type { Queryable } from '../../../db/database.ts'
import { listRequestsOf } from '../../../db/queries/request-ledger.ts'

export interface RequestLine {
  id: number
  at: string
  bucket: string
  method: string
  path: string
  purpose: string
  /** Null: no answer came. */
  status: number | null
  notModified: boolean
  cost: number
}

/** What a scan asked of GitHub, the newest first. */
export async function listRequests(
  { db }: { db: Queryable },
  scanId: number,
  wanted: Parameters<typeof listRequestsOf>[2],
): Promise<RequestLine[]> {
  const lines = await listRequestsOf(db, scanId, wanted)
  return lines.map(({ scanId: _, at, ...line }) => ({ ...line, at: at.toISOString() }))
}
