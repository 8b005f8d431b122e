import type { Database } from '../../../db/database.ts'
import { findScan } from '../../../db/queries/scan-progress.ts'
import { updateScan, type Scan } from '../../../db/queries/scans.ts'
import { ClawbackError } from '../../errors.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { requireWork } from '../find-work.ts'
import { endPause, scanUnknown } from './pause-scan.ts'
import { putScan } from './put-scan.ts'

/**
 * Has a worker go on with a scan that was paused, cut short, or could not tell everything.
 * @throws ClawbackError WORK_UNKNOWN, SCAN_UNKNOWN, SCAN_ENDED
 */
export async function resumeScan(
  app: { db: Database; actor: string; clock: () => Date; jobs: Pick<Jobs, 'put'> },
  slug: string,
  id: number,
): Promise<Scan> {
  const work = await requireWork(app.db, slug)
  const scan = await findScan(app.db, id)
  if (scan?.workId !== work.id) throw scanUnknown(slug, id)
  if (scan.status === 'complete') {
    throw new ClawbackError('SCAN_ENDED', `Scan ${id} of ${slug} is complete`, 'Start another one.')
  }
  await endPause(app, work, id)
  await app.db.tx((tx) => updateScan(tx, id, { unattended: true, status: 'running' }))
  await putScan(app, id)
  return { ...scan, unattended: true, status: 'running', pausedAt: null, pausedBy: null }
}
