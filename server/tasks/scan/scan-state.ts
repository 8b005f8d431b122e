import type { Queryable } from '../../../db/database.ts'
import { findHold } from '../../../db/queries/scan-holds.ts'
import type { Scan } from '../../../db/queries/scans.ts'
import { isHeld, type Holder } from './hold-scan.ts'

/**
 * `waiting`: for a worker to take it. `pausing`: a request is still under way. `stopped`: whoever ran it ended, and
 * nobody goes on with it by themselves.
 */
export type ScanState = 'waiting' | 'running' | 'pausing' | 'paused' | 'stopped' | 'incomplete' | 'complete'

/** Whether a process scans the work now. */
export async function isScanned(
  { db, process, clock }: { db: Queryable; process: Holder; clock: () => Date },
  workId: number,
): Promise<boolean> {
  const hold = await findHold(db, workId)
  return hold !== undefined && isHeld(hold, process, clock())
}

/** @param scanned whether a process scans the work now */
export function stateOf(
  { status, pausedAt, unattended }: Pick<Scan, 'status' | 'pausedAt' | 'unattended'>,
  scanned: boolean,
): ScanState {
  if (status === 'complete') return 'complete'
  const isTaken = scanned && status === 'running'
  if (pausedAt !== null) return isTaken ? 'pausing' : 'paused'
  if (status === 'incomplete') return 'incomplete'
  if (isTaken) return 'running'
  return unattended ? 'waiting' : 'stopped'
}
