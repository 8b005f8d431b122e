import { isDeepStrictEqual } from 'node:util'
import type { ContentStore } from '../../../db/content/open-content-store.ts'
import type { Database, Queryable } from '../../../db/database.ts'
import { appendEvent } from '../../../db/events/append-event.ts'
import { findScan } from '../../../db/queries/scan-progress.ts'
import { findPulse } from '../../../db/queries/scan-pulses.ts'
import { findRepositoryByName } from '../../../db/queries/repositories.ts'
import { listOfficials } from '../../../db/queries/officials.ts'
import {
  addSteps,
  findLatestScan,
  insertScan,
  retryUnanswered,
  updateScan,
  type Scan,
} from '../../../db/queries/scans.ts'
import type { Work } from '../../../db/queries/works.ts'
import { readRepositoryName } from '../../core/repository/repository-name.ts'
import { ClawbackError } from '../../errors.ts'
import { planSearches } from '../plan-probes.ts'
import type { LookUp } from './look-up.ts'
import { endPause, scanPaused } from './pause-scan.ts'
import { planScan, type ScanOptions } from './plan-scan.ts'

export interface StartApp {
  db: Database
  content: ContentStore
  actor: string
  clock: () => Date
}

/**
 * A misspelt name must not look like "no copy": what a person names has to be there when a scan is asked for, or to have
 * been there before.
 */
export async function refuseUnknown(db: Queryable, lookUp: LookUp, names: readonly string[]): Promise<void> {
  for (const fullName of new Set(names)) {
    const { outcome } = await lookUp(fullName)
    if (outcome !== 'gone') continue
    const { owner, name } = readRepositoryName(fullName)!
    if ((await findRepositoryByName(db, owner, name)) !== undefined) continue
    throw new ClawbackError(
      'REPOSITORY_UNKNOWN',
      `GitHub shows no repository ${fullName}: it is deleted, private or misspelt`,
      'Check the spelling, or leave it out. "clawback recheck" follows repositories that were found before.',
    )
  }
}

/**
 * A scan with the same options as the latest unfinished one is that scan, and what could not be told is asked again.
 * One that somebody paused goes on only when it is resumed in so many words.
 * @throws ClawbackError SCAN_NOTHING_TO_RESUME, SCAN_PAUSED, INDEX_OUTDATED
 */
export async function startOrResume(
  app: StartApp,
  work: Work,
  options: ScanOptions,
  resume: boolean,
): Promise<Scan> {
  const latest = await findLatestScan(app.db, work.id)
  const unfinished = latest?.status === 'complete' ? undefined : latest
  if (resume && unfinished === undefined) {
    throw new ClawbackError(
      'SCAN_NOTHING_TO_RESUME',
      `No scan of ${work.slug} is unfinished`,
      `Start one: clawback scan ${work.slug}`,
    )
  }
  if (unfinished !== undefined && (resume || isSameUnfinished(unfinished, options))) {
    if (resume) await endPause(app, work, unfinished.id)
    return await goOn(app, work, unfinished.id)
  }
  return await startScan(app, work, options)
}

/**
 * What could not be told is asked again. Only who resumes a scan ends its pause.
 * @throws ClawbackError SCAN_PAUSED
 */
export async function goOn(app: Pick<StartApp, 'db' | 'actor'>, work: Work, id: number): Promise<Scan> {
  return await app.db.tx(async (tx) => {
    const scan = (await findScan(tx, id))!
    if (scan.pausedAt !== null) throw scanPaused(work, scan)
    const isBegun = scan.finishedAt !== null || (await findPulse(tx, id)) !== undefined
    await retryUnanswered(tx, id)
    const values = { status: 'running' as const, reasons: [] }
    await updateScan(tx, id, values)
    if (isBegun) {
      await appendEvent(tx, {
        actor: app.actor,
        kind: 'scan.resumed',
        subject: `scan:${id}`,
        data: { work: work.slug },
      })
    }
    return { ...scan, ...values }
  })
}

/**
 * Writes a new scan down with its first steps. Asks GitHub nothing. Somebody may have asked for the very same one
 * meanwhile: then it is that one.
 * @throws ClawbackError SCAN_PAUSED
 */
export async function startScan(
  app: StartApp,
  work: Work,
  options: ScanOptions,
  values: Partial<Pick<Scan, 'unattended'>> = {},
): Promise<Scan> {
  const officials = await listOfficials(app.db, work.id)
  const steps = planScan(options, officials, await planSearches(app, work, options.probes))
  return await app.db.tx(async (tx) => {
    const latest = await findLatestScan(tx, work.id)
    if (latest !== undefined && isSameUnfinished(latest, options)) {
      if (latest.pausedAt !== null) throw scanPaused(work, latest)
      return latest
    }
    const scan = await insertScan(tx, { ...values, workId: work.id, options, startedAt: app.clock() })
    await addSteps(tx, scan.id, steps)
    await appendEvent(tx, {
      actor: app.actor,
      kind: 'scan.started',
      subject: `scan:${scan.id}`,
      data: { work: work.slug, options },
    })
    return scan
  })
}

export function isSameUnfinished(scan: Scan, options: ScanOptions): boolean {
  return scan.status !== 'complete' && isDeepStrictEqual(scan.options, options)
}
