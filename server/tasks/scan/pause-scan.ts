import type { Database } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findScan } from '../../../db/queries/scan-progress.ts'
import { findLatestScan, updateScan, type Scan } from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { ClawbackError } from '../../errors.ts'
import { requireWork } from '../find-work.ts'

interface PauseApp {
  db: Database
  actor: string
  clock: () => Date
}

/**
 * Nothing more is asked for this scan, by whichever process takes its steps, until somebody resumes it: no restart and
 * no schedule does. Pausing it twice changes nothing.
 * @throws ClawbackError WORK_UNKNOWN, SCAN_UNKNOWN, SCAN_ENDED
 */
export async function pauseScan(app: PauseApp, slug: string, id: number): Promise<Scan> {
  const work = await requireWork(app.db, slug)
  return await pause(app, work, id)
}

/** The latest scan of a work. @throws ClawbackError WORK_UNKNOWN, SCAN_NOTHING_TO_PAUSE */
export async function pauseLatestScan(app: PauseApp, slug: string): Promise<Scan> {
  const work = await requireWork(app.db, slug)
  const latest = await findLatestScan(app.db, work.id)
  if (latest === undefined || latest.status === 'complete') {
    throw new ClawbackError(
      'SCAN_NOTHING_TO_PAUSE',
      `No scan of ${slug} is unfinished`,
      `Start one: clawback scan ${slug}`,
    )
  }
  return await pause(app, work, latest.id)
}

async function pause({ db, actor, clock }: PauseApp, work: Work, id: number): Promise<Scan> {
  return await db.tx(async (tx) => {
    const scan = await findScan(tx, id)
    if (scan?.workId !== work.id) throw scanUnknown(work.slug, id)
    if (scan.status === 'complete') {
      throw new ClawbackError(
        'SCAN_ENDED',
        `Scan ${id} of ${work.slug} is complete`,
        'There is nothing left to pause. A schedule is removed with "clawback schedule remove".',
      )
    }
    if (scan.pausedAt !== null) return scan
    const paused = { pausedAt: clock(), pausedBy: actor }
    await updateScan(tx, id, paused)
    await appendEvent(tx, { actor, kind: 'scan.paused', subject: `scan:${id}`, data: { work: work.slug } })
    return { ...scan, ...paused }
  })
}

/** A scan that is not paused stays as it is. */
export async function endPause(
  { db, actor }: Pick<PauseApp, 'db' | 'actor'>,
  work: Pick<Work, 'slug'>,
  id: number,
): Promise<void> {
  await db.tx(async (tx) => {
    if (((await findScan(tx, id))?.pausedAt ?? null) === null) return
    await updateScan(tx, id, { pausedAt: null, pausedBy: null })
    await appendEvent(tx, { actor, kind: 'scan.unpaused', subject: `scan:${id}`, data: { work: work.slug } })
  })
}

export function scanUnknown(slug: string, id: number | string): ClawbackError {
  return new ClawbackError(
    'SCAN_UNKNOWN',
    `${slug} has no scan ${id}`,
    'The page Scans of the work lists them.',
  )
}

/** What whoever goes on with a paused scan without saying so is told. */
export function scanPaused({ slug }: Pick<Work, 'slug'>, { id, pausedAt, pausedBy }: Scan): ClawbackError {
  return new ClawbackError(
    'SCAN_PAUSED',
    `Scan ${id} of ${slug} was paused by ${pausedBy ?? 'somebody'}${pausedAt === null ? '' : ` at ${pausedAt.toISOString()}`}`,
    `Its state is saved. Go on with it: clawback scan ${slug} --resume, or the button on its page.`,
    { exitCode: 3 },
  )
}
