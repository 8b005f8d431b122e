import type { Queryable } from '../../../db/database.ts'
import { listNewCopies, type NewCopy } from '../../../db/queries/new-copies.ts'
import { findLatestScan } from '../../../db/queries/scans.ts'
import { requireWork } from '../find-work.ts'
import { reportScan } from './report-scan.ts'
import type { ScanReport } from './scan-report.ts'

export interface LatestScan extends ScanReport {
  startedAt: string
  finishedAt: string | null
  /** Where it found something and no earlier scan did. */
  newCopies: NewCopy[]
}

/**
 * The latest scan of a work as it stands, null when there was none.
 * @throws ClawbackError WORK_UNKNOWN
 */
export async function showLatestScan({ db }: { db: Queryable }, slug: string): Promise<LatestScan | null> {
  const work = await requireWork(db, slug)
  const scan = await findLatestScan(db, work.id)
  if (scan === undefined) return null
  return {
    ...(await reportScan(db, scan)),
    startedAt: scan.startedAt.toISOString(),
    finishedAt: scan.finishedAt?.toISOString() ?? null,
    newCopies: await listNewCopies(db, scan),
  }
}
