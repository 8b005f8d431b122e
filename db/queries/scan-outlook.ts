import { and, count, eq, min, ne } from 'drizzle-orm'
import type { Queryable } from '../database.ts'

/** Steps of a scan that are not done, by kind, and when the first of them may be asked again. */
export async function countOpenSteps(
  { orm, tables: { scanSteps } }: Queryable,
  scanId: number,
): Promise<{ byKind: Map<string, number>; nextTry: Date | null }> {
  const rows = await orm
    .select({ kind: scanSteps.kind, n: count(), retryAt: min(scanSteps.retryAt) })
    .from(scanSteps)
    .where(and(eq(scanSteps.scanId, scanId), ne(scanSteps.status, 'done')))
    .groupBy(scanSteps.kind)
  const times = rows.map(({ retryAt }) => retryAt).filter((at) => at !== null)
  return {
    byKind: new Map(rows.map(({ kind, n }) => [kind, n])),
    nextTry: times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime()))),
  }
}
