import { and, desc, eq, lt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import type { Tables } from '../schema/tables.ts'

export type LedgerLine = Tables['requests']['$inferSelect']

/** What a scan asked of GitHub, the newest first; those before `before`, which is the id of one. */
export async function listRequestsOf(
  { orm, tables: { requests } }: Queryable,
  scanId: number,
  { bucket, before, limit }: { bucket: string | null; before: number | null; limit: number },
): Promise<LedgerLine[]> {
  return await orm
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.scanId, scanId),
        bucket === null ? undefined : eq(requests.bucket, bucket),
        before === null ? undefined : lt(requests.id, before),
      ),
    )
    .orderBy(desc(requests.id))
    .limit(limit)
}
