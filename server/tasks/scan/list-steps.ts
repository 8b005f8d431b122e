import type { Queryable } from '../../../db/database.ts'
import { listStepsAfter } from '../../../db/queries/scan-progress.ts'
import type { ScanStep } from '../../../db/queries/scans.ts'

export interface StepRow {
  id: number
  kind: string
  /** The query, the repository, the tree: what is asked about. */
  key: string
  status: ScanStep['status']
  reason: string | null
  retryAt: string | null
}

/** Steps of a scan in the order in which they were planned, those after the one of this number. */
export async function listSteps(
  { db }: { db: Queryable },
  scanId: number,
  wanted: Parameters<typeof listStepsAfter>[2],
): Promise<StepRow[]> {
  const steps = await listStepsAfter(db, scanId, wanted)
  return steps.map(({ id, kind, key, status, reason, retryAt }) => ({
    id,
    kind,
    key,
    status,
    reason,
    retryAt: retryAt?.toISOString() ?? null,
  }))
}
