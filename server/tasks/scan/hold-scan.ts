import { randomUUID } from 'node:crypto'
import type { Database } from '../../../db/database.ts'
import { dropHold, findHold, putHold, renewHold, type ScanHold } from '../../../db/queries/scan-holds.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'

/** Which process this is, among those that share a database. */
export interface Holder {
  host: string
  pid: number
  /** Whether a process of this number runs on this machine. */
  isRunning: (pid: number) => boolean
}

export interface HoldApp {
  db: Database
  clock: () => Date
  process: Holder
}

/** A process on another machine that was killed keeps its work from others for so long. */
const LASTS = 120_000
const RENEWED = LASTS / 4

/**
 * Scans of one work do not run beside each other: they would ask for everything twice. A killed process on this machine
 * holds nothing, one elsewhere until its time runs out. Gives what ends the hold.
 * @throws ClawbackError SCAN_RUNNING
 */
export async function holdScan({ db, clock, process }: HoldApp, work: Work): Promise<() => Promise<void>> {
  const hold = { workId: work.id, host: process.host, pid: process.pid, nonce: randomUUID() }
  const until = () => new Date(clock().getTime() + LASTS)
  await db.tx(async (tx) => {
    const other = await findHold(tx, work.id)
    if (other !== undefined && isHeld(other, process, clock())) throw scanRunning(work, other)
    await putHold(tx, { ...hold, until: until() })
  })
  const renewal = setInterval(() => {
    void renewHold(db, { ...hold, until: until() }).catch(() => undefined)
  }, RENEWED)
  renewal.unref()
  return async () => {
    clearInterval(renewal)
    await dropHold(db, hold)
  }
}

export function isHeld(
  { host, pid, until }: ScanHold,
  { host: here, isRunning }: Holder,
  now: Date,
): boolean {
  if (until.getTime() <= now.getTime()) return false
  return host !== here || isRunning(pid)
}

function scanRunning({ slug }: Work, { host, pid }: ScanHold): ClawbackError {
  return new ClawbackError(
    'SCAN_RUNNING',
    `${slug} is being scanned already, by process ${pid} on ${host}`,
    'Wait until it has ended, or stop it: the same command then goes on where it was.',
    { exitCode: 3 },
  )
}
